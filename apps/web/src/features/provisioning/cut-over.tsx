"use client";

import { cn } from "@rollcall/ui/cn";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useMoment } from "@rollcall/ui/use-now";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OverviewData } from "./schema.ts";

/** How long "switched" stays in sight. */
const SWITCHED_VISIBLE_MS = 10 * 60_000;

/**
 * After a token was regenerated: whether the identity provider has moved to the new one yet, and how often the old one
 * was refused meanwhile.
 */
export function CutOver({ tokens, provider }: { tokens: OverviewData["tokens"]; provider: string }) {
  const t = useTranslations("provisioning.cutover");
  const now = useMoment();
  const { current, former } = tokens;
  if (current === null || former === null || former.lastUsedAt === null) return null;
  const { firstUsedAt } = current;
  if (firstUsedAt !== null) {
    if (now - Date.parse(firstUsedAt) > SWITCHED_VISIBLE_MS) return null;
    return (
      <Line colour="bg-ok" still>
        {t.rich("switched", { provider, last4: current.last4, at: () => <TimeAgo at={firstUsedAt} /> })}
      </Line>
    );
  }
  const { firstRefusedAt, validUntil } = former;
  return (
    <div className="grid gap-1.5">
      <Line colour="bg-waiting">{t("waiting", { provider, last4: current.last4 })}</Line>
      {former.refused > 0 && firstRefusedAt ? (
        <Line colour="bg-bad" still>
          {t.rich("refused", {
            former: former.last4,
            count: former.refused,
            at: () => <TimeAgo at={firstRefusedAt} absolute />,
          })}
        </Line>
      ) : null}
      {validUntil && Date.parse(validUntil) > now ? (
        <Line colour="bg-info" still>
          {t.rich("overlap", { former: former.last4, at: () => <TimeAgo at={validUntil} absolute /> })}
        </Line>
      ) : null}
    </div>
  );
}

function Line({
  colour,
  still,
  children,
}: {
  readonly colour: string;
  readonly still?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <p className="flex items-start gap-2 text-13">
      <span
        aria-hidden
        className={cn(
          "mt-1.5 size-2 shrink-0 rounded-full",
          colour,
          !still && "animate-[pulse-dot_1.6s_ease-in-out_infinite]",
        )}
      />
      <span>{children}</span>
    </p>
  );
}

"use client";

import { useAnnounce } from "@rollcall/ui/live-region";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useNow } from "@rollcall/ui/use-now";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";

/** After so long without any request the dialog names what may be in the way. */
const NOTHING_AFTER_MS = 2 * 60_000;

/** Inside View Config: whether the identity provider has used the current token yet, live. */
export function ConnectionWatch({ overview, provider }: { overview: OverviewData; provider: ProviderWords }) {
  const t = useTranslations("provisioning.watch");
  const announce = useAnnounce();
  const now = useNow();
  const [openedAt] = useState(() => Date.now());
  const token = overview.tokens.current;
  const last4 = token?.last4;
  const connectedAt = token?.firstUsedAt ?? null;
  const isNews = connectedAt !== null && Date.parse(connectedAt) >= openedAt;
  useEffect(() => {
    if (isNews && last4) announce(t("announced", { provider: provider.name, last4 }));
  }, [isNews, last4, announce, t, provider.name]);
  if (token === null || overview.state === "paused") return null;
  if (connectedAt !== null) {
    if (!isNews) return null;
    return (
      <p className="flex items-start gap-2 rounded-md bg-ok-bg px-3 py-2 text-13 text-ok">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {t.rich("connected", {
            provider: provider.name,
            last4: token.last4,
            at: () => <TimeAgo at={connectedAt} />,
          })}
        </span>
      </p>
    );
  }
  const { lastRequestAt } = overview.traffic;
  const heard = lastRequestAt !== null && Date.parse(lastRequestAt) >= openedAt;
  const silent = now !== null && now - openedAt > NOTHING_AFTER_MS && !heard;
  return (
    <div className="grid gap-1 text-13">
      <p className="flex items-start gap-2">
        <span
          aria-hidden
          className="mt-1.5 size-2 shrink-0 animate-[pulse-dot_1.6s_ease-in-out_infinite] rounded-full bg-waiting"
        />
        {t("waiting", { provider: provider.name })}
      </p>
      {heard && overview.state === "failing_auth" ? <p className="ps-4 text-bad">{t("refused")}</p> : null}
      {silent ? (
        <p className="ps-4 text-muted-foreground">{t("nothing", { provider: provider.name })}</p>
      ) : null}
    </div>
  );
}

"use client";

import { TimeAgo } from "@rollcall/ui/time-ago";
import { useNow } from "@rollcall/ui/use-now";
import { useTranslations } from "next-intl";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";

const DAY_MS = 86_400_000;

/** Under the row: what the state means, and which token is in use. */
export function ScimSentence({ overview, provider }: { overview: OverviewData; provider: ProviderWords }) {
  const t = useTranslations("provisioning.row");
  const now = useNow();
  const { state, connection, traffic } = overview;
  const name = provider.name;
  if (state === "off") {
    return (
      <div className="grid gap-0.5 text-sm">
        <p className="font-medium">{t("offTitle", { provider: name })}</p>
        <p className="text-muted-foreground">{t("offBody", { provider: name })}</p>
        <p className="text-13 text-muted-foreground">{t("turnOnFirst")}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-1 text-13 text-muted-foreground">
      {state === "not_set_up" ? <p>{t("notSetUp", { provider: name })}</p> : null}
      {state === "waiting" ? (
        <p className="flex items-start gap-2">
          <span
            aria-hidden
            className="mt-1.5 size-2 shrink-0 animate-[pulse-dot_1.6s_ease-in-out_infinite] rounded-full bg-waiting"
          />
          {t("waiting", { provider: name })}
        </p>
      ) : null}
      {state === "nothing_pushed" ? <p>{t("nothingPushed", { provider: name })}</p> : null}
      {state === "paused" ? (
        <p>
          {t("paused")}{" "}
          {connection.pausedAt && connection.pausedByName ? (
            <>
              {t("pausedBy", { name: connection.pausedByName })} <TimeAgo at={connection.pausedAt} />.
            </>
          ) : null}
        </p>
      ) : null}
      <TokenLine overview={overview} />
      {state === "quiet" && traffic.lastChangeAt && now !== null ? (
        <p>{t("quiet", { days: Math.floor((now - Date.parse(traffic.lastChangeAt)) / DAY_MS) })}</p>
      ) : null}
    </div>
  );
}

function TokenLine({ overview }: { overview: OverviewData }) {
  const t = useTranslations("provisioning.row");
  const token = overview.tokens.current;
  if (token === null) return null;
  const { lastUsedAt } = token;
  return (
    <p>
      <span className="font-mono text-xs">{t("token", { last4: token.last4 })}</span>
      {" · "}
      {lastUsedAt ? t.rich("tokenUsed", { at: () => <TimeAgo at={lastUsedAt} /> }) : t("tokenUnused")}
    </p>
  );
}

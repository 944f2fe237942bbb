"use client";

import { Callout } from "@rollcall/ui/callout";
import { useAnnounce } from "@rollcall/ui/live-region";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useNow } from "@rollcall/ui/use-now";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Sentence } from "~/features/explain/sentences.tsx";
import { useFindings } from "~/features/findings/queries.ts";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";

/** After so long without any request the dialog names what may be in the way. */
const NOTHING_AFTER_MS = 2 * 60_000;

interface WatchProps {
  readonly overview: OverviewData;
  readonly provider: ProviderWords;
}

/**
 * Inside View Config, live: whether the identity provider has used the current token yet, and what is refused, be the token new
 * or one that used to work.
 */
export function ConnectionWatch({ overview, provider }: WatchProps) {
  const [openedAt] = useState(() => Date.now());
  const token = overview.tokens.current;
  const watched = token !== null && overview.state !== "paused";
  return (
    <div className="grid gap-2 text-13">
      {watched && token.firstUsedAt === null ? (
        <Waiting overview={overview} provider={provider} openedAt={openedAt} />
      ) : null}
      {watched && token.firstUsedAt !== null && Date.parse(token.firstUsedAt) >= openedAt ? (
        <Connected at={token.firstUsedAt} last4={token.last4} provider={provider.name} />
      ) : null}
      <Refused />
    </div>
  );
}

/** The token was accepted for the first time while one looks on. */
function Connected(props: { readonly at: string; readonly last4: string; readonly provider: string }) {
  const { at, last4, provider } = props;
  const t = useTranslations("provisioning.watch");
  const announce = useAnnounce();
  useEffect(() => announce(t("announced", { provider, last4 })), [announce, t, provider, last4]);
  return (
    <p className="flex items-start gap-2 rounded-md bg-ok-bg px-3 py-2 text-ok">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{t.rich("connected", { provider, last4, at: () => <TimeAgo at={at} /> })}</span>
    </p>
  );
}

function Waiting({ overview, provider, openedAt }: WatchProps & { readonly openedAt: number }) {
  const t = useTranslations("provisioning.watch");
  const now = useNow();
  const { lastRequestAt } = overview.traffic;
  const heard = lastRequestAt !== null && Date.parse(lastRequestAt) >= openedAt;
  const silent = now !== null && now - openedAt > NOTHING_AFTER_MS && !heard;
  return (
    <div className="grid gap-1">
      <p className="flex items-start gap-2">
        <span
          aria-hidden
          className="mt-1.5 size-2 shrink-0 animate-[pulse-dot_1.6s_ease-in-out_infinite] rounded-full bg-waiting"
        />
        {t("waiting", { provider: provider.name })}
      </p>
      {silent ? (
        <p className="ps-4 text-muted-foreground">{t("nothing", { provider: provider.name })}</p>
      ) : null}
    </div>
  );
}

/** What is wrong with what arrives: the token, the address, or that SCIM is off. */
function Refused() {
  const { data } = useFindings();
  const wrong = data?.findings.find(
    ({ code, severity, resolvedAt }) =>
      severity === "bad" && resolvedAt === null && /^(auth|path)\./.test(code),
  );
  const [fact] = wrong?.received ?? [];
  return (
    <div role="status">
      {wrong && fact ? (
        <Callout status="bad" title={<Sentence of={wrong.title} />}>
          <Sentence of={fact} />
        </Callout>
      ) : null}
    </div>
  );
}

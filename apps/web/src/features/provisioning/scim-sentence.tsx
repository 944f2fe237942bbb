"use client";

import { Button } from "@rollcall/ui/button";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useMoment } from "@rollcall/ui/use-now";
import { Copy, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";
import { useCopyScimUrl } from "./use-copy-scim-url.tsx";

const DAY_MS = 86_400_000;

export interface ScimSentenceProps {
  readonly overview: OverviewData;
  readonly provider: ProviderWords;
  readonly onGenerate: () => void;
}

/** Under the row: what the state means, what to do next, and which token is in use. */
export function ScimSentence({ overview, provider, onGenerate }: ScimSentenceProps) {
  const { state } = overview;
  if (state === "off") return <Off provider={provider} />;
  return (
    <div className="grid gap-3">
      {state === "not_set_up" ? <NotSetUp provider={provider} onGenerate={onGenerate} /> : null}
      {state === "waiting" ? <Waiting provider={provider} /> : null}
      <div className="grid gap-1 text-13 text-muted-foreground empty:hidden">
        <StateLine overview={overview} provider={provider} />
        <TokenLine overview={overview} />
        <QuietLine overview={overview} />
      </div>
    </div>
  );
}

type ForProvider = Pick<ScimSentenceProps, "provider">;

function Off({ provider: { name } }: ForProvider) {
  const t = useTranslations("provisioning.row");
  return (
    <Lead title={t("offTitle", { provider: name })} body={t("offBody", { provider: name })}>
      <p className="text-13 text-muted-foreground">{t("turnOnFirst")}</p>
    </Lead>
  );
}

function NotSetUp({ provider, onGenerate }: Pick<ScimSentenceProps, "provider" | "onGenerate">) {
  const t = useTranslations("provisioning.row");
  const { may } = useConsole();
  const { name, place } = provider;
  return (
    <Lead title={t("notSetUpTitle", { provider: name })} body={t("notSetUp", { place })}>
      {may("provisioning.manage") ? (
        <Button size="sm" variant="primary" className="mt-1.5 w-fit" onClick={onGenerate}>
          <KeyRound aria-hidden />
          {t("generate")}
        </Button>
      ) : null}
    </Lead>
  );
}

function Waiting({ provider: { name } }: ForProvider) {
  const t = useTranslations("provisioning.row");
  const { copyUrl, byHand } = useCopyScimUrl();
  return (
    <Lead live title={t("waitingTitle", { provider: name })} body={t("waiting", { provider: name })}>
      <Button size="sm" className="mt-1.5 w-fit" onClick={copyUrl}>
        <Copy aria-hidden />
        {t("copyUrl")}
      </Button>
      {byHand}
    </Lead>
  );
}

interface LeadProps {
  readonly title: string;
  readonly body: string;
  /** Something is expected to happen by itself. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

function Lead({ title, body, live, children }: LeadProps) {
  return (
    <div className="grid gap-0.5 text-sm">
      <p className="flex items-start gap-2 font-medium">
        {live ? (
          <span
            aria-hidden
            className="mt-1.5 size-2 shrink-0 animate-[pulse-dot_1.6s_ease-in-out_infinite] rounded-full bg-waiting"
          />
        ) : null}
        {title}
      </p>
      <p className="text-muted-foreground">{body}</p>
      {children}
    </div>
  );
}

function StateLine({ overview, provider }: Pick<ScimSentenceProps, "overview" | "provider">) {
  const t = useTranslations("provisioning.row");
  const { state, connection } = overview;
  if (state === "nothing_pushed") return <p>{t("nothingPushed", { provider: provider.name })}</p>;
  if (state !== "paused") return null;
  return (
    <p>
      {t("paused")}{" "}
      {connection.pausedAt && connection.pausedByName ? (
        <>
          {t("pausedBy", { name: connection.pausedByName })} <TimeAgo at={connection.pausedAt} />.
        </>
      ) : null}
    </p>
  );
}

function TokenLine({ overview }: Pick<ScimSentenceProps, "overview">) {
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

function QuietLine({ overview: { state, traffic } }: Pick<ScimSentenceProps, "overview">) {
  const t = useTranslations("provisioning.row");
  const now = useMoment();
  if (state !== "quiet" || traffic.lastChangeAt === null) return null;
  return <p>{t("quiet", { days: Math.floor((now - Date.parse(traffic.lastChangeAt)) / DAY_MS) })}</p>;
}

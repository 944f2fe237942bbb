"use client";

import { buttonStyles } from "@rollcall/ui/button";
import { PageHeader } from "@rollcall/ui/page-header";
import { Loading } from "@rollcall/ui/skeleton";
import { type Status, StatusPill } from "@rollcall/ui/status-pill";
import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { LoadError } from "~/features/list/load-error.tsx";
import { useHashTarget } from "~/features/list/use-hash-target.ts";
import { ConnectionTabs } from "./connection-tabs.tsx";
import { MatchBridge } from "./match-bridge.tsx";
import { useSso } from "./queries.ts";
import { RecentSignIns } from "./recent-sign-ins.tsx";
import type { SsoConfigView, SsoView } from "./schema.ts";
import { SsoSkeleton } from "./sso-skeleton.tsx";
import { SsoSwitches } from "./sso-switches.tsx";
import { TestResult } from "./test-result.tsx";

/** A column of settings is no wider than can be read; the table below it is. */
const SETTINGS_COLUMN = "grid max-w-[55rem] grid-cols-[minmax(0,1fr)] gap-8";

/** Settings → Security & Access → SSO. */
export function SsoPage({ test }: { readonly test: string | null }) {
  const t = useTranslations("sso");
  const { data, error, refetch, isRefetching } = useSso();
  const state = data === undefined ? null : stateOf(data.config);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <div className={SETTINGS_COLUMN}>
        <PageHeader
          title={t("title")}
          description={t("description")}
          badge={state === null ? null : <StatusPill status={PILLS[state]}>{t(`state.${state}`)}</StatusPill>}
          actions={data?.config ? <TestButton slug={data.slug} /> : null}
        />
      </div>
      {data === undefined && error !== null ? (
        <LoadError error={error} onRetry={() => refetch()} retrying={isRefetching} />
      ) : (
        <Loading loading={data === undefined} placeholder={<SsoSkeleton />}>
          {data === undefined ? null : <Loaded view={data} test={test} />}
        </Loading>
      )}
    </div>
  );
}

type State = "unset" | "off" | "untested" | "on" | "enforced";
const PILLS: Readonly<Record<State, Status>> = {
  unset: "off",
  off: "off",
  untested: "waiting",
  on: "ok",
  enforced: "ok",
};

function stateOf(config: SsoConfigView | null): State {
  if (config === null) return "unset";
  if (config.enforced) return "enforced";
  if (config.verifiedAt === null) return "untested";
  return config.enabled ? "on" : "off";
}

function TestButton({ slug }: { readonly slug: string }) {
  const t = useTranslations("sso.test");
  return (
    <a
      href={`/api/sso/${slug}/start?test=1`}
      target="_blank"
      rel="noopener"
      className={buttonStyles({ variant: "secondary" })}
    >
      <FlaskConical aria-hidden />
      {t("start")}
    </a>
  );
}

function Loaded({ view, test }: { readonly view: SsoView; readonly test: string | null }) {
  useHashTarget();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <div className={SETTINGS_COLUMN}>
        {test === null ? null : <TestResult id={test} provider={view.provider} />}
        <ConnectionTabs view={view} />
        {view.config === null ? null : <SsoSwitches config={view.config} provider={view.provider} />}
        <MatchBridge matches={view.matches} />
      </div>
      <RecentSignIns provider={view.provider} />
    </div>
  );
}

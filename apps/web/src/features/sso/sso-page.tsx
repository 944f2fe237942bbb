"use client";

import { buttonStyles } from "@rollcall/ui/button";
import { Card } from "@rollcall/ui/card";
import { ErrorCard } from "@rollcall/ui/error-card";
import { useAnnounce } from "@rollcall/ui/live-region";
import { PageHeader } from "@rollcall/ui/page-header";
import { Skeleton } from "@rollcall/ui/skeleton";
import { type Status, StatusPill } from "@rollcall/ui/status-pill";
import { Tabs } from "@rollcall/ui/tabs";
import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { MatchBridge } from "./match-bridge.tsx";
import { OidcForm } from "./oidc-form.tsx";
import { OurAddresses } from "./our-addresses.tsx";
import { useProviderName } from "./provider-name.ts";
import { useSso } from "./queries.ts";
import { RecentSignIns } from "./recent-sign-ins.tsx";
import { SamlForm } from "./saml-form.tsx";
import type { SsoConfigView, SsoView } from "./schema.ts";
import { SsoSwitches } from "./sso-switches.tsx";
import { TestResult } from "./test-result.tsx";

/** Settings → Security & Access → SSO. */
export function SsoPage({ test }: { readonly test: string | null }) {
  const t = useTranslations("sso");
  const load = useTranslations("errors.load");
  const { data, error, refetch } = useSso();
  const state = data === undefined ? null : stateOf(data.config);
  return (
    <div className="grid max-w-5xl gap-8">
      <PageHeader
        title={t("title")}
        description={t("description")}
        badge={state === null ? null : <StatusPill status={PILLS[state]}>{t(`state.${state}`)}</StatusPill>}
        actions={data?.config ? <TestButton slug={data.slug} /> : null}
      />
      {data !== undefined ? <Loaded view={data} test={test} /> : null}
      {data === undefined && error !== null ? (
        <ErrorCard
          title={load("title")}
          onRetry={() => refetch()}
          requestId={error instanceof ApiError ? error.requestId : undefined}
        >
          {load("body")}
        </ErrorCard>
      ) : null}
      {data === undefined && error === null ? <Skeleton className="h-96" /> : null}
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
  const t = useTranslations("sso");
  const announce = useAnnounce();
  const provider = useProviderName(view.provider);
  const [kind, setKind] = useState<"saml" | "oidc">(view.config?.settings.kind ?? "saml");
  const onSaved = () => announce(t("saved"));
  return (
    <>
      {test === null ? null : <TestResult id={test} provider={view.provider} />}
      <Tabs
        label={t("kind")}
        value={kind}
        onValueChange={(value) => setKind(value === "oidc" ? "oidc" : "saml")}
        items={(["saml", "oidc"] as const).map((value) => ({
          value,
          label: t(`kinds.${value}`),
          panel: (
            <div className="grid items-start gap-6 lg:grid-cols-2">
              <OurAddresses view={view} kind={value} />
              <Card aria-labelledby={`sso-theirs-${value}`} className="grid gap-5 p-5">
                <h2 id={`sso-theirs-${value}`} className="font-semibold text-base">
                  {t("theirs", { provider })}
                </h2>
                {value === "saml" ? (
                  <SamlForm view={view} onSaved={onSaved} />
                ) : (
                  <OidcForm view={view} onSaved={onSaved} />
                )}
              </Card>
            </div>
          ),
        }))}
      />
      {view.config === null ? null : <SsoSwitches config={view.config} provider={view.provider} />}
      <MatchBridge matches={view.matches} />
      <RecentSignIns provider={view.provider} />
    </>
  );
}

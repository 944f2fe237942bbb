"use client";

import { type Claim, findClaim } from "@rollcall/directory/sso/claims";
import { Callout } from "@rollcall/ui/callout";
import { Card } from "@rollcall/ui/card";
import { Loading, Skeleton } from "@rollcall/ui/skeleton";
import { StatusPill } from "@rollcall/ui/status-pill";
import { useTranslations } from "next-intl";
import { useProviderName } from "./provider-name.ts";
import { useSignIn } from "./queries.ts";
import { useSignInReason } from "./reason.ts";
import type { SignInDetail } from "./schema.ts";

const EXPECTED: readonly Claim[] = ["email", "givenName", "familyName"];

/** What came back from a test: who was meant, how the name was matched, and each attribute received. */
export function TestResult({ id, provider }: { readonly id: string; readonly provider: string }) {
  const t = useTranslations("sso.test");
  const name = useProviderName(provider);
  const { data, isError } = useSignIn(id);
  if (isError) return <Callout status="bad">{t("gone")}</Callout>;
  return (
    <Loading loading={data === undefined} placeholder={<Skeleton className="h-72 rounded-card" />}>
      {data === undefined ? null : (
        <Card aria-labelledby="sso-test" className="grid gap-4 p-5">
          <h2 id="sso-test" className="font-semibold text-base">
            {t("title")}
          </h2>
          <Outcome signIn={data} provider={name} />
          <Attributes signIn={data} />
        </Card>
      )}
    </Loading>
  );
}

function Outcome({ signIn, provider }: { readonly signIn: SignInDetail; readonly provider: string }) {
  const t = useTranslations("sso.test");
  const reason = useSignInReason();
  const nameId = signIn.nameId ?? "";
  if (signIn.ok) {
    return (
      <Callout role="status" status="ok" title={t("ok", { name: signIn.personName ?? nameId })}>
        {t("matched", { nameId, by: t(`by.${signIn.matchedBy ?? "none"}`) })}
      </Callout>
    );
  }
  return (
    <Callout
      role="status"
      status={signIn.reason === "not_provisioned" ? "warn" : "bad"}
      title={reason(signIn.reason, provider)}
    >
      {signIn.detail}
    </Callout>
  );
}

function Attributes({ signIn }: { readonly signIn: SignInDetail }) {
  const t = useTranslations("sso.test");
  const received = Object.entries(signIn.attributes);
  if (signIn.nameId === null) return null;
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2" aria-label={t("expected")}>
        {EXPECTED.map((claim) => {
          const found = findClaim(signIn.attributes, claim);
          return (
            <li key={claim} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <StatusPill status={found ? "ok" : "warn"}>{found ? t("received") : t("absent")}</StatusPill>
              <span className="font-medium">{t(`claims.${claim}`)}</span>
              {found ? <span className="min-w-0 break-all font-mono text-13">{found.value}</span> : null}
            </li>
          );
        })}
      </ul>
      <details className="text-sm">
        <summary className="cursor-pointer text-muted-foreground">
          {t("all", { count: received.length })}
        </summary>
        <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
          {[["NameID", [signIn.nameId]] as const, ...received].map(([name, values]) => (
            <div key={name} className="col-span-full grid gap-x-4 sm:grid-cols-subgrid">
              <dt className="break-all font-mono text-13 text-muted-foreground">{name}</dt>
              <dd className="break-all font-mono text-13">{values.join(", ")}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

import { signInReference } from "@rollcall/directory/sso/sign-in-reference";
import type { DataColumn } from "@rollcall/ui/data-column";
import { None } from "@rollcall/ui/none";
import { StatusPill } from "@rollcall/ui/status-pill";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { traceHref } from "~/features/trace/trace-href.ts";
import { useProviderName } from "./provider-name.ts";
import { useSignInReason } from "./reason.ts";
import type { SignIn } from "./schema.ts";

/** The columns of Recent sign-ins. A refused one bears the reference that its person was shown. */
export function useSignInColumns(provider: string): DataColumn<SignIn>[] {
  const t = useTranslations("sso.signIns");
  return useMemo(
    () => [
      { id: "person", header: t("person"), cell: (row) => <Person signIn={row} /> },
      { id: "result", header: t("result"), cell: (row) => <Result signIn={row} provider={provider} /> },
      {
        id: "method",
        header: t("method"),
        from: "lg",
        cell: (row) => `${t(`methods.${row.method}`)}${row.test ? ` · ${t("test")}` : ""}`,
      },
      {
        id: "reference",
        header: t("reference"),
        from: "md",
        cell: (row) =>
          row.ok ? <None /> : <code className="font-mono text-xs">{signInReference(row.id)}</code>,
      },
      { id: "at", header: t("at"), cell: (row) => <TimeAgo at={row.at} /> },
    ],
    [t, provider],
  );
}

function Person({ signIn }: { readonly signIn: SignIn }) {
  const t = useTranslations("sso.signIns");
  const { userId, personName, nameId, matchedBy } = signIn;
  const trace = userId === null && nameId !== null ? traceHref(nameId) : null;
  return (
    <span className="grid justify-items-start">
      {userId !== null ? (
        <Link href={`/access/users/${userId}`} className="tap font-medium hover:underline">
          {personName ?? nameId}
        </Link>
      ) : (
        <span className="wrap-anywhere font-medium">{nameId ?? t("unknown")}</span>
      )}
      {trace === null ? null : (
        <Link href={trace} className="tap text-primary text-xs underline underline-offset-4">
          {t("trace")}
        </Link>
      )}
      {matchedBy !== null ? (
        <span className="wrap-anywhere text-muted-foreground text-xs">
          {t("matched", { nameId: nameId ?? "", by: t(`by.${matchedBy}`) })}
        </span>
      ) : null}
    </span>
  );
}

function Result({ signIn, provider }: { readonly signIn: SignIn; readonly provider: string }) {
  const t = useTranslations("sso.signIns");
  const reason = useSignInReason();
  const name = useProviderName(provider);
  return (
    <span className="grid justify-items-start gap-1">
      <StatusPill status={signIn.ok ? "ok" : "warn"}>
        {signIn.ok ? t("ok") : reason(signIn.reason, name)}
      </StatusPill>
      {signIn.detail ? (
        <span className="wrap-anywhere max-w-prose text-muted-foreground text-xs">{signIn.detail}</span>
      ) : null}
    </span>
  );
}

"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { CopyField } from "@rollcall/ui/copy-field";
import { SecretField } from "@rollcall/ui/secret-field";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { KeyRound, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { failureText } from "~/lib/failure-text.ts";
import type { TokenData } from "./schema.ts";
import type { TokenReveal } from "./use-token-reveal.ts";

export interface TokenFieldProps {
  readonly token: TokenData | null;
  readonly hint: ReactNode;
  readonly reveal: TokenReveal;
  readonly onRegenerate: () => void;
}

/** The token in each of its states: none yet, just made and shown, masked, failed. */
export function TokenField({ token, hint, reveal, onRegenerate }: TokenFieldProps) {
  const t = useTranslations("provisioning.config");
  const { state } = reveal;
  if (state.kind === "revealed") {
    return (
      <div className="grid gap-3">
        <SecretField
          label={t("token")}
          hint={hint}
          secret={state.issued.token}
          onCopied={reveal.markCopied}
        />
        <Callout status="warn" title={t("copyNow")}>
          {t("power")}
        </Callout>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      {token ? (
        <MaskedToken token={token} hint={hint} onRegenerate={onRegenerate} />
      ) : (
        <NoToken hint={hint} reveal={reveal} />
      )}
      {state.kind === "failed" ? (
        <Callout status="bad" role="alert">
          {t("failed", { reason: failureText(state.error) })} {token ? t("unaffected") : null}
        </Callout>
      ) : null}
    </div>
  );
}

function NoToken({ hint, reveal }: { readonly hint: ReactNode; readonly reveal: TokenReveal }) {
  const t = useTranslations("provisioning.config");
  const { may } = useConsole();
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-sm">{t("token")}</p>
      <p className="text-13 text-muted-foreground">{hint}</p>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-input border-dashed px-3 py-2.5">
        <p className="text-muted-foreground text-sm">{t("noToken")}</p>
        {may("provisioning.manage") ? (
          <Button variant="primary" busy={reveal.state.kind === "busy"} onClick={() => reveal.generate()}>
            <KeyRound aria-hidden />
            {t(reveal.state.kind === "failed" ? "tryAgain" : "generate")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function MaskedToken({
  token,
  hint,
  onRegenerate,
}: {
  readonly token: TokenData;
  readonly hint: ReactNode;
  readonly onRegenerate: () => void;
}) {
  const t = useTranslations("provisioning.config");
  const { may } = useConsole();
  return (
    <div className="grid gap-3">
      <CopyField
        label={t("token")}
        hint={hint}
        value={`rollcall_scim_••••••••${token.last4}`}
        masked
        copyDisabledReason={t("masked")}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <TokenHistory token={token} />
        {may("provisioning.manage") ? (
          <Button size="sm" onClick={onRegenerate}>
            <RefreshCw aria-hidden />
            {t("regenerate")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function TokenHistory({ token }: { readonly token: TokenData }) {
  const t = useTranslations("provisioning.config");
  const { lastUsedAt, lastUsedIp } = token;
  const at = (moment: string) => ({ at: () => <TimeAgo at={moment} /> });
  return (
    <div className="grid gap-0.5 text-13 text-muted-foreground">
      <p>{t.rich("created", { ...at(token.createdAt), name: token.createdByName })}</p>
      <p>
        {lastUsedAt === null
          ? t("neverUsed")
          : lastUsedIp
            ? t.rich("usedFrom", { ...at(lastUsedAt), ip: lastUsedIp })
            : t.rich("used", at(lastUsedAt))}
      </p>
    </div>
  );
}

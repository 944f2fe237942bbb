"use client";

import { Callout } from "@rollcall/ui/callout";
import { Card } from "@rollcall/ui/card";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { Switch } from "@rollcall/ui/switch";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { useProviderName } from "./provider-name.ts";
import { useSwitchSso } from "./queries.ts";
import type { SsoConfigView, SwitchInput } from "./schema.ts";

type Name = keyof SwitchInput;
const NAMES = ["enabled", "enforced", "idpInitiated"] as const;
const KNOWN = [
  "sso.not_enabled",
  "sso.not_verified",
  "sso.no_recovery",
  "sso.last_admin",
  "sso.mode_needs_it",
] as const;

/** Whether sign-in through the provider is offered, required, and may start at the provider. */
export function SsoSwitches({
  config,
  provider: key,
}: {
  readonly config: SsoConfigView;
  readonly provider: string;
}) {
  const t = useTranslations("sso.switches");
  const provider = useProviderName(key);
  const change = useSwitchSso();
  const [asking, setAsking] = useState(false);
  const pending = (name: Name) => change.isPending && change.variables[name] !== undefined;
  const set = (name: Name, value: boolean) =>
    name === "enforced" && value ? setAsking(true) : change.mutate({ [name]: value });
  const blocked = (name: Name) => {
    if (name === "enabled") return null;
    if (!config.enabled) return t("needsEnabled");
    return name === "enforced" && config.verifiedAt === null && !config.enforced ? t("needsVerified") : null;
  };
  return (
    <Card className="divide-y divide-border">
      {NAMES.map((name) => {
        const reason = blocked(name);
        return (
          <div key={name} className="flex items-start justify-between gap-6 p-5">
            <div className="grid gap-0.5">
              <p id={`sso-${name}`} className="font-medium text-sm">
                {t(`${name}.label`, { provider })}
              </p>
              <p id={`sso-${name}-why`} className="text-13 text-muted-foreground">
                {t(`${name}.body`, { provider })} {reason ?? ""}
              </p>
            </div>
            <Switch
              checked={config[name]}
              labelledBy={`sso-${name}`}
              describedBy={`sso-${name}-why`}
              words={{ on: t("on"), off: t("off") }}
              pending={pending(name)}
              disabled={reason !== null}
              onCheckedChange={(value) => set(name, value)}
            />
          </div>
        );
      })}
      {change.error && !asking ? <SwitchError error={change.error} /> : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("confirm.title", { provider })}
        confirmLabel={t("confirm.action")}
        busy={change.isPending}
        error={change.error ? <SwitchSentence error={change.error} /> : undefined}
        onConfirm={() => change.mutate({ enforced: true }, { onSuccess: () => setAsking(false) })}
      >
        <p>{t("confirm.body", { provider })}</p>
      </ConfirmDialog>
    </Card>
  );
}

function SwitchError({ error }: { readonly error: Error }) {
  return (
    <div className="p-5">
      <Callout role="alert" status="bad">
        <SwitchSentence error={error} />
      </Callout>
    </div>
  );
}

function SwitchSentence({ error }: { readonly error: Error }) {
  const t = useTranslations("sso");
  const code = KNOWN.find((known) => error instanceof ApiError && error.code === known);
  if (code === "sso.not_enabled") return t("switches.needsEnabled");
  if (code === "sso.not_verified") return t("switches.needsVerified");
  if (code === "sso.no_recovery") return t("switches.needsRecovery");
  if (code === "sso.last_admin") return t("switches.lastAdmin");
  if (code === "sso.mode_needs_it") return t("switches.modeNeedsIt");
  return t("saveFailed", { reference: error instanceof ApiError ? (error.requestId ?? "–") : "–" });
}

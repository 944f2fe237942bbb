"use client";

import { MEDIA_TYPES, PROVIDERS } from "@rollcall/directory/connection/options";
import { Callout } from "@rollcall/ui/callout";
import { Card, Section } from "@rollcall/ui/card";
import { ErrorCard } from "@rollcall/ui/error-card";
import { Select } from "@rollcall/ui/select";
import { Skeleton } from "@rollcall/ui/skeleton";
import { Switch } from "@rollcall/ui/switch";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useConsole } from "~/features/shell/console-context.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useChangeSettings, useSettings } from "./queries.ts";
import { RetentionSelect } from "./retention-select.tsx";
import type { SettingsChange, SettingsData } from "./schema.ts";
import { SettingRow, type SettingRowProps } from "./setting-row.tsx";

const SWITCHES = ["honourGroups", "linkMembers", "strictNames", "strict"] as const;

/** How requests are read and answered. Each control saves by itself and moves when the server has agreed. */
export function SettingsSection({ initial }: { initial?: SettingsData | undefined }) {
  const t = useTranslations("provisioning.settings");
  const errors = useTranslations("errors.load");
  const { data, error, refetch, isRefetching } = useSettings(initial);
  return (
    <Section id="settings" title={t("title")} description={t("description")}>
      {data ? (
        <SettingsCard settings={data} />
      ) : error ? (
        <ErrorCard
          title={errors("title")}
          requestId={error instanceof ApiError ? error.requestId : undefined}
          onRetry={() => refetch()}
          retrying={isRefetching}
        >
          {errors("body")}
        </ErrorCard>
      ) : (
        <Skeleton className="h-130 w-full rounded-card" />
      )}
    </Section>
  );
}

function SettingsCard({ settings }: { settings: SettingsData }) {
  const t = useTranslations("provisioning.settings");
  const providers = useTranslations("provisioning.providers");
  const { may } = useConsole();
  const { save, pending, problem } = useSaving(settings);
  const locked = !may("provisioning.manage");
  return (
    <Card>
      {problem ? (
        <Callout status="warn" role="alert" className="m-3 mb-0">
          {problem}
        </Callout>
      ) : null}
      <SettingRow name="provider">
        {(labels) => (
          <Select
            {...labels}
            value={settings.provider}
            disabled={locked || pending !== null}
            options={PROVIDERS.map((value) => ({ value, label: providers(`${value}.name`) }))}
            onValueChange={(provider) => save("provider", { provider })}
          />
        )}
      </SettingRow>
      {SWITCHES.map((name) => (
        <SettingSwitch
          key={name}
          name={name}
          checked={settings[name]}
          pending={pending === name}
          disabled={locked}
          onChange={(checked) => save(name, { [name]: checked })}
        />
      ))}
      <SettingRow name="mediaType">
        {(labels) => (
          <Select
            {...labels}
            value={settings.mediaType}
            disabled={locked || pending !== null}
            options={MEDIA_TYPES.map((value) => ({ value, label: t(`mediaTypes.${value}`) }))}
            onValueChange={(mediaType) => save("mediaType", { mediaType })}
          />
        )}
      </SettingRow>
      <SettingRow name="retention">
        {(labels) => (
          <RetentionSelect
            {...labels}
            days={settings.retentionDays}
            disabled={locked || pending !== null}
            onChange={(retentionDays) => save("retention", { retentionDays })}
          />
        )}
      </SettingRow>
      <SettingSwitch
        name="mailAdmins"
        hint={settings.mailServer ? "mailAdminsHint" : "mailAdminsNoServer"}
        checked={settings.mailServer && settings.mailAdmins}
        pending={pending === "mailAdmins"}
        disabled={locked || !settings.mailServer}
        onChange={(mailAdmins) => save("mailAdmins", { mailAdmins })}
      />
    </Card>
  );
}

interface SettingSwitchProps extends Pick<SettingRowProps, "name" | "hint"> {
  readonly checked: boolean;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
}

function SettingSwitch({ name, hint, onChange, ...state }: SettingSwitchProps) {
  const t = useTranslations("provisioning.settings");
  return (
    <SettingRow name={name} hint={hint} narrow>
      {({ id, ...labels }) => (
        <Switch
          {...state}
          labelledBy={id}
          describedBy={labels["aria-describedby"]}
          words={{ on: t("on"), off: t("off") }}
          onCheckedChange={onChange}
        />
      )}
    </SettingRow>
  );
}

/** Saves one change at a time and tells how it went: a toast for success, a sentence in place for failure. */
function useSaving(settings: SettingsData) {
  const t = useTranslations("provisioning.settings");
  const mutation = useChangeSettings();
  const changed = mutation.variables ? Object.keys(mutation.variables.change)[0] : undefined;
  const save = (name: string, change: SettingsChange) => {
    mutation.mutate(
      { seenAt: settings.updatedAt, change },
      { onSuccess: () => toast.success(t("saved", { name: t(name) })) },
    );
  };
  const label = changed === "retentionDays" ? "retention" : (changed ?? "provider");
  const problem = !mutation.isError
    ? null
    : mutation.error instanceof ApiError && mutation.error.status === 409
      ? t("conflict")
      : t("failed", { name: t(label), reason: failureText(mutation.error) });
  return { save, pending: mutation.isPending ? (changed ?? null) : null, problem };
}

"use client";

import { Switch } from "@rollcall/ui/switch";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useUserAct } from "./queries.ts";
import { changedReply, type Person } from "./schema.ts";

/** Whether an admin may use a password also while SSO is required. Only where there is a password to use. */
export function RecoverySwitch({ person }: { readonly person: Person }) {
  const t = useTranslations("users.detail.recovery");
  const id = useId();
  const { may } = useConsole();
  const save = useUserAct(
    (recovery: boolean) =>
      api.put(`/api/console/users/${person.id}/recovery`, changedReply, { body: { recovery } }),
    () => undefined,
  );
  const able = person.active && person.role === "admin" && person.hasPassword;
  if (!able && !person.recovery) return null;
  return (
    <div className="flex items-start justify-between gap-6 border-border border-t pt-4">
      <div className="grid gap-0.5">
        <p id={`${id}-label`} className="font-medium text-sm">
          {t("label")}
        </p>
        <p id={`${id}-hint`} className="max-w-prose text-13 text-muted-foreground">
          {t("hint")}
        </p>
        <p role="alert" className="text-13 text-bad empty:hidden">
          {save.isError ? failureText(save.error) : ""}
        </p>
      </div>
      <Switch
        checked={person.recovery}
        labelledBy={`${id}-label`}
        describedBy={`${id}-hint`}
        words={{ on: t("on"), off: t("off") }}
        pending={save.isPending}
        disabled={!may("users.manage")}
        onCheckedChange={(recovery) => save.mutate(recovery)}
      />
    </div>
  );
}

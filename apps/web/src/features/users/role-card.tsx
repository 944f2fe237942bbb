"use client";

import { Card, Section } from "@rollcall/ui/card";
import { Field } from "@rollcall/ui/field";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { RecoverySwitch } from "./recovery-switch.tsx";
import { type GivenRole, ROLE_CHOICES, type RoleChange } from "./role-choice.ts";
import { RoleDialog } from "./role-dialog.tsx";
import type { PersonDetail } from "./schema.ts";

/** The tenant role: by hand, or whatever the person's teams carry. */
export function RoleCard({ detail: { person } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const roles = useTranslations("users.role");
  const { may } = useConsole();
  const [change, setChange] = useState<RoleChange | null>(null);
  return (
    <Section id="role" title={t("role")}>
      <Card className="grid gap-4 p-4 sm:p-5">
        <Field label={t("role")} hint={t("roleHint")}>
          <Select<GivenRole>
            className="max-w-xs"
            disabled={!may("users.manage")}
            value={person.givenRole ?? "inherit"}
            options={ROLE_CHOICES.map((value) => ({
              value,
              label: t(`roles.${value}`, { role: roles(person.role) }),
            }))}
            onValueChange={(to) => setChange({ to, seen: person.givenRole })}
          />
        </Field>
        <RecoverySwitch person={person} />
      </Card>
      <RoleDialog person={person} change={change} onClose={() => setChange(null)} />
    </Section>
  );
}

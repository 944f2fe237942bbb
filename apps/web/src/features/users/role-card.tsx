"use client";

import { Card, Section } from "@rollcall/ui/card";
import { Field } from "@rollcall/ui/field";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useUserAct } from "./queries.ts";
import { changedReply, type PersonDetail } from "./schema.ts";

const CHOICES = ["inherit", "admin", "member"] as const;
type Choice = (typeof CHOICES)[number];

/** The tenant role: by hand, or whatever the person's teams carry. */
export function RoleCard({ detail: { person } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const roles = useTranslations("users.role");
  const { may } = useConsole();
  const save = useUserAct(
    (choice: Choice) =>
      api.put(`/api/console/users/${person.id}/role`, changedReply, {
        body: { role: choice === "inherit" ? null : choice },
      }),
    () => toast.success(t("roleSaved")),
  );
  return (
    <Section id="role" title={t("role")}>
      <Card className="p-4 sm:p-5">
        <Field
          label={t("role")}
          hint={t("roleHint")}
          error={save.isError ? failureText(save.error) : undefined}
        >
          <Select<Choice>
            className="max-w-xs"
            disabled={!may("users.manage") || save.isPending}
            value={person.givenRole ?? "inherit"}
            options={CHOICES.map((value) => ({
              value,
              label: t(`roles.${value}`, { role: roles(person.role) }),
            }))}
            onValueChange={(choice) => save.mutate(choice)}
          />
        </Field>
      </Card>
    </Section>
  );
}

"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input } from "@rollcall/ui/input";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { EditConflict } from "~/features/conflict/edit-conflict.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { failureText } from "~/lib/failure-text.ts";
import { type TeamDetail, teamName } from "./schema.ts";
import { GRANTS, useEditTeam } from "./use-edit-team.ts";

/** Name, description and the role that members inherit. The name of a synced team belongs to the identity provider. */
export function EditTeam({ detail: { team, provider } }: { readonly detail: TeamDetail }) {
  const t = useTranslations("teams.edit");
  const { may } = useConsole();
  const { form, dirty, save, conflict, takeTheirs, keepMine, submit } = useEditTeam(team);
  const { register, watch, setValue, formState } = form;
  if (!may("teams.manage")) return null;
  return (
    <Section id="settings" title={t("title")}>
      <Card className="p-4 sm:p-5">
        <Form className="grid gap-4" onSubmit={submit}>
          {conflict ? (
            <EditConflict
              title={t("conflict")}
              changed={conflict.fields.map((field) => ({
                field: t(field),
                value:
                  field === "grants" ? t(`grantsOptions.${conflict.theirs.grants}`) : conflict.theirs[field],
              }))}
              onTakeTheirs={takeTheirs}
              onKeepMine={keepMine}
            />
          ) : null}
          <Field
            label={t("name")}
            hint={team.synced ? t("nameManaged", { provider }) : t("nameHint")}
            error={formState.errors.name?.message}
          >
            <Input
              className="max-w-md"
              readOnly={team.synced}
              {...register("name", {
                validate: (name) => !dirty.name || teamName.safeParse(name).success || t("nameInvalid"),
              })}
            />
          </Field>
          <Field label={t("description")}>
            <Input className="max-w-xl" {...register("description", { maxLength: 500 })} />
          </Field>
          <Field
            label={t("grants")}
            hint={t("grantsHint")}
            error={save.isError && !conflict ? failureText(save.error) : undefined}
          >
            <Select
              className="max-w-xs"
              value={watch("grants")}
              options={GRANTS.map((value) => ({ value, label: t(`grantsOptions.${value}`) }))}
              onValueChange={(grants) => setValue("grants", grants, { shouldDirty: true })}
            />
          </Field>
          <div>
            <Button
              type="submit"
              variant="primary"
              busy={save.isPending}
              aria-disabled={!formState.isDirty || undefined}
              title={formState.isDirty ? undefined : t("unchanged")}
            >
              {t("save")}
            </Button>
          </div>
        </Form>
      </Card>
    </Section>
  );
}

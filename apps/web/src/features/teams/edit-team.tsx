"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { Field } from "@rollcall/ui/field";
import { Input } from "@rollcall/ui/input";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useTeamAct } from "./queries.ts";
import { editTeamReply, type TeamDetail, teamName } from "./schema.ts";

const GRANTS = ["none", "member", "admin"] as const;

interface EditForm {
  readonly name: string;
  readonly description: string;
  readonly grants: (typeof GRANTS)[number];
}

/** Name, description and the role that members inherit. The name of a synced team belongs to the identity provider. */
export function EditTeam({ detail: { team, provider } }: { readonly detail: TeamDetail }) {
  const t = useTranslations("teams.edit");
  const { may } = useConsole();
  const { register, handleSubmit, watch, setValue, formState } = useForm<EditForm>({
    defaultValues: {
      name: team.name,
      description: team.description ?? "",
      grants: team.grantsRole ?? "none",
    },
  });
  const save = useTeamAct(
    ({ name, description, grants }: EditForm) =>
      api.patch(`/api/console/teams/${team.id}`, editTeamReply, {
        body: {
          version: team.version,
          ...(team.synced ? {} : { name }),
          description: description.trim() || null,
          grantsRole: grants === "none" ? null : grants,
        },
      }),
    () => toast.success(t("saved")),
  );
  if (!may("teams.manage")) return null;
  return (
    <Section id="settings" title={t("title")}>
      <Card className="p-4 sm:p-5">
        <form noValidate className="grid gap-4" onSubmit={handleSubmit((form) => save.mutate(form))}>
          <Field
            label={t("name")}
            hint={team.synced ? t("nameManaged", { provider }) : t("nameHint")}
            error={formState.errors.name?.message}
          >
            <Input
              className="max-w-md"
              readOnly={team.synced}
              {...register("name", {
                validate: (name) => team.synced || teamName.safeParse(name).success || t("nameInvalid"),
              })}
            />
          </Field>
          <Field label={t("description")}>
            <Input className="max-w-xl" {...register("description", { maxLength: 500 })} />
          </Field>
          <Field
            label={t("grants")}
            hint={t("grantsHint")}
            error={save.isError ? failureText(save.error) : undefined}
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
            >
              {t("save")}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  );
}

"use client";

import { Button } from "@rollcall/ui/button";
import { DialogClose } from "@rollcall/ui/dialog";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { GuardedDialog } from "@rollcall/ui/guarded-dialog";
import { Input } from "@rollcall/ui/input";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useTeamAct } from "./queries.ts";
import { createTeamReply, teamName } from "./schema.ts";

interface NewTeam {
  readonly name: string;
  readonly description: string;
}

/** Makes a team by hand. */
export function CreateTeam() {
  const t = useTranslations("teams.create");
  const { may } = useConsole();
  const [open, setOpen] = useState(false);
  const form = useForm<NewTeam>({ defaultValues: { name: "", description: "" } });
  if (!may("teams.manage")) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("open")}
      </Button>
      <GuardedDialog
        open={open}
        losing={() => (Object.values(form.getValues()).some(Boolean) ? "typed" : null)}
        onOpenChange={(next) => {
          form.reset();
          setOpen(next);
        }}
        title={t("title")}
        description={t("description")}
      >
        <CreateForm form={form} />
      </GuardedDialog>
    </>
  );
}

function CreateForm({
  form: { register, handleSubmit, formState },
}: {
  readonly form: UseFormReturn<NewTeam>;
}) {
  const t = useTranslations("teams.create");
  const router = useRouter();
  const create = useTeamAct(
    (body: NewTeam) => api.post("/api/console/teams", createTeamReply, { body }),
    ({ id }) => router.push(`/access/teams/${id}`),
  );
  const error = formState.errors.name?.message ?? (create.isError ? failureText(create.error) : undefined);
  return (
    <Form className="grid gap-4" onSubmit={handleSubmit((body) => create.mutate(body))}>
      <Field label={t("name")} hint={t("nameHint")} error={error}>
        <Input
          autoComplete="off"
          {...register("name", { validate: (name) => teamName.safeParse(name).success || t("nameInvalid") })}
        />
      </Field>
      <Field label={t("descriptionLabel")}>
        <Input autoComplete="off" {...register("description", { maxLength: 500 })} />
      </Field>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <DialogClose>{t("cancel")}</DialogClose>
        <Button type="submit" variant="primary" busy={create.isPending}>
          {t("submit")}
        </Button>
      </div>
    </Form>
  );
}

"use client";

import { TENANT_NAME_MAX } from "@rollcall/directory/connection/options";
import { Button } from "@rollcall/ui/button";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input } from "@rollcall/ui/input";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { api } from "~/lib/api.ts";
import { ApiError } from "~/lib/api-error.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useWarnBeforeLeaving } from "~/lib/use-warn-before-leaving.ts";
import { renamedSchema } from "./schema.ts";

/**
 * Renames the organisation. What another admin named it meanwhile is told and not overwritten, unless this one saves once
 * more; what was typed stays.
 */
export function OrganisationName({ current }: { current: string }) {
  const t = useTranslations("settings.general");
  const router = useRouter();
  const { register, handleSubmit, formState, reset } = useForm({
    values: { name: current },
    resetOptions: { keepDirtyValues: true },
  });
  useWarnBeforeLeaving(formState.isDirty);
  const rename = useMutation({
    mutationFn: (name: string) =>
      api.patch("/api/console/settings/general", renamedSchema, { body: { from: current, name } }),
    onSuccess: ({ name }) => {
      reset({ name });
      toast.success(t("saved"));
    },
    onSettled: () => router.refresh(),
  });
  const conflict = rename.error instanceof ApiError && rename.error.status === 409;
  const problem = rename.isError
    ? conflict
      ? t("nameConflict", { name: current })
      : failureText(rename.error)
    : undefined;
  return (
    <Form className="grid gap-4" onSubmit={handleSubmit(({ name }) => rename.mutate(name.trim()))}>
      <Field label={t("name")} hint={t("nameHint")} error={formState.errors.name?.message ?? problem}>
        <Input
          autoComplete="organization"
          className="max-w-md"
          {...register("name", {
            validate: (name) => name.trim() !== "" || t("nameEmpty"),
            maxLength: { value: TENANT_NAME_MAX, message: t("nameLong", { max: TENANT_NAME_MAX }) },
          })}
        />
      </Field>
      <div>
        <Button
          type="submit"
          variant="primary"
          busy={rename.isPending}
          aria-disabled={!formState.isDirty || undefined}
          title={formState.isDirty ? undefined : t("unchanged")}
        >
          {t("save")}
        </Button>
      </div>
    </Form>
  );
}

"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { PasswordInput } from "@rollcall/ui/password-input";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { PasswordStrength } from "~/features/login/password-strength.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { type FormErrors, useFormErrors } from "~/lib/use-form-errors.ts";
import { useChangePassword } from "./queries.ts";

/** Changes the own password; every other session ends with it. */
export function ChangePassword({ hasPassword }: { readonly hasPassword: boolean }) {
  const t = useTranslations("account.password");
  const form = useRef<HTMLFormElement>(null);
  const { errors, show, clear } = useFormErrors(form);
  const errorsOf = useErrorsOf();
  const change = useChangePassword();
  const [next, setNext] = useState("");
  if (!hasPassword) return <Callout status="info">{t("none")}</Callout>;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const current = String(data.get("current"));
    if (current === "") return show({ fields: { current: t("missingCurrent") } });
    if (next === "") return show({ fields: { next: t("missingNext") } });
    clear();
    const onSuccess = () => {
      form.current?.reset();
      setNext("");
    };
    change.mutate({ current, next }, { onSuccess, onError: (error) => show(errorsOf(error)) });
  }

  return (
    <Form ref={form} onSubmit={submit} className="grid max-w-md gap-4">
      <h2 className="font-semibold text-base">{t("title")}</h2>
      {errors.form ? (
        <Callout role="alert" status="bad">
          {errors.form}
        </Callout>
      ) : null}
      <div role="status">
        {change.isSuccess ? <Callout status="ok">{t("done", { count: change.data.ended })}</Callout> : null}
      </div>
      <Field label={t("current")} error={errors.fields.current}>
        <PasswordInput name="current" autoComplete="current-password" />
      </Field>
      <Field label={t("next")} hint={<PasswordStrength password={next} />} error={errors.fields.next}>
        <PasswordInput
          name="next"
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" busy={change.isPending} className="justify-self-start">
        {t("submit")}
      </Button>
      <p className="text-13 text-muted-foreground">{t("consequence")}</p>
    </Form>
  );
}

function useErrorsOf() {
  const t = useTranslations("account.password");
  const format = useFormatter();
  return (error: Error): FormErrors => {
    if (!(error instanceof ApiError)) return { fields: {}, form: t("failed", { reference: "–" }) };
    switch (error.code) {
      case "password.wrong":
        return { fields: { current: t("wrong") } };
      case "password.same":
        return { fields: { next: t("same") } };
      case "password.too_short":
      case "password.too_long":
      case "password.common":
        return { fields: { next: t("unfit") } };
      case "password.throttled": {
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        const time = format.dateTime(new Date(Date.now() + 15 * 60_000), {
          hour: "numeric",
          minute: "2-digit",
          timeZoneName: "short",
          timeZone,
        });
        return { fields: {}, form: t("throttled", { time }) };
      }
      default:
        return { fields: {}, form: t("failed", { reference: error.requestId ?? "–" }) };
    }
  };
}

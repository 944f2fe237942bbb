"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input } from "@rollcall/ui/input";
import { PasswordInput } from "@rollcall/ui/password-input";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useFormErrors } from "~/lib/use-form-errors.ts";
import { type SignInOutcome, signIn } from "./sign-in.ts";

export interface PasswordFormProps {
  readonly tenant: string;
  readonly provider: string;
  readonly returnTo: string;
  readonly autoFocus: boolean;
}

/** E-mail and password. Errors stand at the top of the form and stay. */
export function PasswordForm({ tenant, provider, returnTo, autoFocus }: PasswordFormProps) {
  const t = useTranslations("login");
  const sentence = useRefusal(provider);
  const form = useRef<HTMLFormElement>(null);
  const { errors, show, clear } = useFormErrors(form);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [email, password] = [String(data.get("email")).trim(), String(data.get("password"))];
    if (email === "") return show({ fields: { email: t("missing.email") } });
    if (password === "") return show({ fields: { password: t("missing.password") } });
    clear();
    setBusy(true);
    const outcome = await signIn({ tenant, email, password });
    if (outcome.ok) return window.location.assign(returnTo);
    setBusy(false);
    show({ fields: {}, form: sentence(outcome) });
  }

  return (
    <Form ref={form} onSubmit={submit} className="grid gap-4">
      {errors.form ? (
        <Callout role="alert" status="bad">
          {errors.form}
        </Callout>
      ) : null}
      <Field label={t("email")} error={errors.fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus={autoFocus}
          required
        />
      </Field>
      <Field label={t("password")} error={errors.fields.password}>
        <PasswordInput name="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </Form>
  );
}

function useRefusal(provider: string) {
  const t = useTranslations("login.errors");
  const format = useFormatter();
  return (outcome: Exclude<SignInOutcome, { ok: true }>): string => {
    if (outcome.error === null) return t("network");
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    switch (outcome.error.code) {
      case "sign_in.wrong":
        return t("wrong");
      case "sign_in.throttled":
        return t("throttled", {
          time: format.dateTime(outcome.retryAt ?? new Date(), {
            hour: "numeric",
            minute: "2-digit",
            timeZoneName: "short",
            timeZone,
          }),
        });
      case "sign_in.deactivated": {
        const { at } = outcome.error;
        const date = format.dateTime(at === undefined ? new Date() : new Date(at), {
          dateStyle: "medium",
          timeZone,
        });
        return t("deactivated", { known: at === undefined ? "no" : "yes", date });
      }
      case "sign_in.not_configured":
        return t("notConfigured", { reference: outcome.error.requestId ?? "–" });
      case "sign_in.sso_required":
        return t("ssoRequired", { provider });
      default:
        return t("failed", { reference: outcome.error.requestId ?? "–" });
    }
  };
}

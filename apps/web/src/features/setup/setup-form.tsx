"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input } from "@rollcall/ui/input";
import { PasswordInput } from "@rollcall/ui/password-input";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { PasswordStrength } from "~/features/login/password-strength.tsx";
import { PROVISIONING_PATH } from "~/features/shell/navigation.ts";
import { api } from "~/lib/api.ts";
import { ApiError } from "~/lib/api-error.ts";
import { useFormErrors } from "~/lib/use-form-errors.ts";
import { SetupInput } from "./schema.ts";

const FIELDS = SetupInput.keyof().options;

/** Makes the first admin and goes on to Provisioning. */
export function SetupForm() {
  const t = useTranslations("setup");
  const form = useRef<HTMLFormElement>(null);
  const { errors, show, clear } = useFormErrors(form);
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState("");
  const [code, setCode] = useCodeOfLink();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = SetupInput.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    if (!input.success) {
      const missing = new Set(input.error.issues.map((issue) => issue.path[0]));
      return show({
        fields: Object.fromEntries(
          FIELDS.filter((name) => missing.has(name)).map((name) => [name, t(`missing.${name}`)]),
        ),
      });
    }
    clear();
    setBusy(true);
    try {
      await api.post("/api/setup", z.object({}), { body: input.data });
      window.location.assign(PROVISIONING_PATH);
    } catch (error) {
      setBusy(false);
      show(errorsOf(error));
    }
  }

  function errorsOf(error: unknown) {
    if (!(error instanceof ApiError)) return { fields: {}, form: t("failed", { reference: "–" }) };
    if (error.code === "setup.closed") return { fields: {}, form: t.rich("closed", { link: toLogin }) };
    if (error.code === "setup.code_wrong") return { fields: { code: t("codeWrong") } };
    if (error.code === "setup.throttled") return { fields: {}, form: t("throttled") };
    if (error.code.startsWith("password.")) return { fields: { password: t("passwordCommon") } };
    return { fields: {}, form: t("failed", { reference: error.requestId ?? "–" }) };
  }

  return (
    <Form ref={form} onSubmit={submit} className="grid gap-4">
      {errors.form ? (
        <Callout role="alert" status="bad">
          {errors.form}
        </Callout>
      ) : null}
      <Field label={t("organization")} error={errors.fields.organization}>
        <Input name="organization" autoComplete="organization" autoFocus required maxLength={120} />
      </Field>
      <Field label={t("name")} error={errors.fields.name}>
        <Input name="name" autoComplete="name" required maxLength={120} />
      </Field>
      <Field label={t("email")} error={errors.fields.email}>
        <Input name="email" type="email" autoComplete="username" inputMode="email" required maxLength={320} />
      </Field>
      <Field
        label={t("password")}
        hint={<PasswordStrength password={password} />}
        error={errors.fields.password}
      >
        <PasswordInput
          name="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Field label={t("code")} hint={t("codeHint")} error={errors.fields.code}>
        <Input
          name="code"
          className="font-mono"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </Form>
  );
}

function toLogin(text: ReactNode) {
  return (
    <a href="/login" className="font-medium underline underline-offset-4">
      {text}
    </a>
  );
}

/** The code that the set-up link carries after `#`; it is taken out of the address at once. */
function useCodeOfLink() {
  const [code, setCode] = useState("");
  useEffect(() => {
    const url = new URL(window.location.href);
    const found = new URLSearchParams(url.hash.slice(1)).get("code") ?? url.searchParams.get("code");
    if (found === null) return;
    setCode(found);
    window.history.replaceState(null, "", url.pathname);
  }, []);
  return [code, setCode] as const;
}

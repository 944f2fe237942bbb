"use client";

import { Button, buttonStyles } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input } from "@rollcall/ui/input";
import { PasswordInput } from "@rollcall/ui/password-input";
import { Skeleton } from "@rollcall/ui/skeleton";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { AuthCard } from "~/features/login/auth-card.tsx";
import { PasswordStrength } from "~/features/login/password-strength.tsx";
import { api } from "~/lib/api.ts";
import { ApiError } from "~/lib/api-error.ts";
import { useFormErrors } from "~/lib/use-form-errors.ts";
import { Accepted, InviteView } from "./schema.ts";

type State =
  | { readonly kind: "reading" }
  | { readonly kind: "invalid"; readonly code: string }
  | { readonly kind: "failed"; readonly retry: () => void }
  | { readonly kind: "ready"; readonly token: string; readonly invite: InviteView };

/** The page behind an invite's link: who invites whom, then a name and, unless SSO is required, a password. */
export function AcceptInvite() {
  const t = useTranslations("invites.accept");
  const state = useInviteOfLink();
  if (state.kind === "reading") {
    return (
      <AuthCard title={t("reading")}>
        <Skeleton className="h-48" />
      </AuthCard>
    );
  }
  if (state.kind === "invalid") {
    return (
      <AuthCard title={t("invalidTitle")}>
        <Callout role="alert" status="warn">
          {state.code === "invite.throttled" ? t("throttled") : t("invalid")}
        </Callout>
        <a href="/login" className={buttonStyles({ size: "lg" })}>
          {t("signIn")}
        </a>
      </AuthCard>
    );
  }
  if (state.kind === "failed") {
    return (
      <AuthCard title={t("reading")}>
        <Callout role="alert" status="bad">
          {t("readFailed")}
        </Callout>
        <Button size="lg" onClick={state.retry}>
          {t("retry")}
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("title", { organization: state.invite.organization })} description={t("description")}>
      <AcceptForm token={state.token} invite={state.invite} />
    </AuthCard>
  );
}

/** Reads the invite of the address. The token leaves the address once there is an answer about it. */
function useInviteOfLink(): State {
  const [state, setState] = useState<State>({ kind: "reading" });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const token = window.location.hash.slice(1);
    const read = () => {
      setState({ kind: "reading" });
      api.post("/api/invites/read", InviteView, { body: { token: token || "-" } }).then(
        (invite) => answered({ kind: "ready", token, invite }),
        (error: unknown) => {
          const code = error instanceof ApiError ? error.code : "";
          if (code.startsWith("invite.")) answered({ kind: "invalid", code });
          else setState({ kind: "failed", retry: read });
        },
      );
    };
    const answered = (next: State) => {
      window.history.replaceState(null, "", window.location.pathname);
      setState(next);
    };
    read();
  }, []);
  return state;
}

function SignIn(chunks: ReactNode) {
  return (
    <a href="/login" className="underline underline-offset-4">
      {chunks}
    </a>
  );
}

function AcceptForm({ token, invite }: { readonly token: string; readonly invite: InviteView }) {
  const t = useTranslations("invites.accept");
  const form = useRef<HTMLFormElement>(null);
  const { errors, show, clear } = useFormErrors(form);
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    if (name === "") return show({ fields: { name: t("nameMissing") } });
    if (!invite.ssoRequired && password === "") return show({ fields: { password: t("passwordMissing") } });
    clear();
    setBusy(true);
    try {
      const body = { token, name, ...(!invite.ssoRequired && { password }) };
      const { next } = await api.post("/api/invites/accept", Accepted, { body });
      window.location.assign(next);
    } catch (error) {
      setBusy(false);
      const code = error instanceof ApiError ? error.code : "";
      if (code.startsWith("password.")) show({ fields: { password: t("passwordUnfit") } });
      else if (code === "invite.person_exists")
        show({ fields: {}, form: t.rich("exists", { link: SignIn }) });
      else if (code === "invite.not_valid") show({ fields: {}, form: t("invalid") });
      else show({ fields: {}, form: t("failed") });
    }
  }

  return (
    <Form ref={form} onSubmit={submit} className="grid gap-4">
      {errors.form ? (
        <Callout role="alert" status="bad">
          {errors.form}
        </Callout>
      ) : null}
      <Field label={t("email")}>
        <Input name="email" type="email" autoComplete="username" value={invite.email} readOnly />
      </Field>
      <Field label={t("name")} error={errors.fields.name}>
        <Input name="name" autoComplete="name" autoFocus maxLength={120} />
      </Field>
      {invite.ssoRequired ? (
        <p className="text-13 text-muted-foreground">{t("sso")}</p>
      ) : (
        <Field
          label={t("password")}
          hint={<PasswordStrength password={password} />}
          error={errors.fields.password}
        >
          <PasswordInput
            name="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {invite.ssoRequired ? t("continue") : t("submit")}
      </Button>
    </Form>
  );
}

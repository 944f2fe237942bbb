"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Checkbox } from "@rollcall/ui/checkbox";
import { CopyField } from "@rollcall/ui/copy-field";
import { Field } from "@rollcall/ui/field";
import { Input } from "@rollcall/ui/input";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useCreateInvite } from "./queries.ts";
import { InviteInput, type InviteLink } from "./schema.ts";

/** Address and role; then the link, this once. */
export function InviteForm({ mail: canMail }: { readonly mail: boolean }) {
  const t = useTranslations("invites");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<"member" | "admin">("member");
  const [mail, setMail] = useState(true);
  const [invalid, setInvalid] = useState(false);
  const create = useCreateInvite();

  function submit(event: FormEvent) {
    event.preventDefault();
    const input = InviteInput.safeParse({ email: email.trim(), role, mail: canMail && mail });
    setInvalid(!input.success);
    if (input.success) create.mutate(input.data, { onSuccess: () => setEmail("") });
  }

  const exists = create.error instanceof ApiError && create.error.code === "invite.person_exists";
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {create.data ? <Link invite={create.data} /> : null}
      {create.error && !exists ? (
        <Callout role="alert" status="bad">
          {failureText(create.error)}
        </Callout>
      ) : null}
      <Field label={t("email")} error={invalid ? t("emailMissing") : exists ? t("exists") : undefined}>
        <Input
          type="email"
          inputMode="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label={t("role")} hint={t(`roleHint.${role}`)}>
        <Select
          value={role}
          onValueChange={setRole}
          options={[
            { value: "member", label: t("roles.member") },
            { value: "admin", label: t("roles.admin") },
          ]}
        />
      </Field>
      {canMail ? (
        <Checkbox checked={mail} onCheckedChange={setMail}>
          {t("mailIt")}
        </Checkbox>
      ) : (
        <p className="text-13 text-muted-foreground">{t("noMail")}</p>
      )}
      <Button type="submit" variant="primary" busy={create.isPending} className="justify-self-start">
        {t("submit")}
      </Button>
    </form>
  );
}

function Link({ invite }: { readonly invite: InviteLink }) {
  const t = useTranslations("invites");
  return (
    <Callout role="status" status="ok" title={invite.mailed ? t("mailed") : t("created")}>
      <CopyField label={t("link")} hint={t("linkHint")} value={invite.link} className="mt-2" />
    </Callout>
  );
}

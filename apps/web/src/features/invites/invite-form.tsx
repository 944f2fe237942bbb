"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Checkbox } from "@rollcall/ui/checkbox";
import { CopyField } from "@rollcall/ui/copy-field";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input } from "@rollcall/ui/input";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { type FormEvent, type Ref, useImperativeHandle, useState } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useCreateInvite } from "./queries.ts";
import { InviteInput, type InviteLink } from "./schema.ts";

/** What closing would lose: an address that was typed, or a link that nobody has copied. */
export type Unsaved = "typed" | "link";

export interface InviteFormProps {
  /** Whether a mail server is set up. */
  readonly mail: boolean;
  /** Holds what closing would lose, as soon as it is on the page. */
  readonly unsaved: Ref<Unsaved>;
}

interface Made extends InviteLink {
  readonly email: string;
}

/** Address and role; then the link, this once. Links that were made one after the other stay until the dialog goes. */
export function InviteForm({ mail: canMail, unsaved }: InviteFormProps) {
  const t = useTranslations("invites");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<"member" | "admin">("member");
  const [mail, setMail] = useState(true);
  const [invalid, setInvalid] = useState(false);
  const create = useCreateInvite();
  const [made, setMade] = useState<readonly Made[]>([]);
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const uncopied = made.some((invite) => !invite.mailed && !copied.has(invite.link));
  useImperativeHandle<Unsaved | null, Unsaved | null>(unsaved, () =>
    uncopied ? "link" : email ? "typed" : null,
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const input = InviteInput.safeParse({ email: email.trim(), role, mail: canMail && mail });
    setInvalid(!input.success);
    if (!input.success) return;
    create.mutate(input.data, {
      onSuccess: (link) => {
        setMade((before) => [{ ...link, email: input.data.email }, ...before]);
        setEmail("");
      },
    });
  }

  const exists = create.error instanceof ApiError && create.error.code === "invite.person_exists";
  return (
    <Form onSubmit={submit} className="grid gap-4">
      {made.map((invite) => (
        <Link
          key={invite.link}
          invite={invite}
          onCopied={() => setCopied((before) => new Set([...before, invite.link]))}
        />
      ))}
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
      <Button type="submit" variant="primary" busy={create.isPending} className="sm:justify-self-start">
        {t("submit")}
      </Button>
    </Form>
  );
}

interface LinkProps {
  readonly invite: Made;
  readonly onCopied: () => void;
}

function Link({ invite, onCopied }: LinkProps) {
  const t = useTranslations("invites");
  return (
    <Callout role="status" status="ok" title={invite.mailed ? t("mailed") : t("created")}>
      <CopyField
        label={t("link", { email: invite.email })}
        hint={t("linkHint")}
        value={invite.link}
        onCopied={onCopied}
        className="mt-2"
      />
    </Callout>
  );
}

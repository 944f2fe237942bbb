"use client";

import { Button } from "@rollcall/ui/button";
import { Field } from "@rollcall/ui/field";
import { Input } from "@rollcall/ui/input";
import { PasswordInput } from "@rollcall/ui/password-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useProviderName } from "./provider-name.ts";
import { useSaveSso } from "./queries.ts";
import { SaveError } from "./saml-form.tsx";
import { SaveInput, type SsoView } from "./schema.ts";

/** An OpenID Connect application at the identity provider. A stored secret is kept unless another one is typed. */
export function OidcForm({ view, onSaved }: { readonly view: SsoView; readonly onSaved: () => void }) {
  const t = useTranslations("sso.oidc");
  const provider = useProviderName(view.provider);
  const stored = view.config?.settings.kind === "oidc" ? view.config.settings : null;
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const save = useSaveSso();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const secret = String(data.get("clientSecret"));
    const input = SaveInput.safeParse({
      kind: "oidc",
      issuer: data.get("issuer"),
      clientId: data.get("clientId"),
      ...((secret !== "" || stored === null) && { clientSecret: secret }),
    });
    setInvalid(new Set(input.success ? [] : input.error.issues.map((issue) => String(issue.path[0]))));
    if (input.success) save.mutate(input.data, { onSuccess: onSaved });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field
        label={t("issuer")}
        hint={t("issuerHint", { provider })}
        error={invalid.has("issuer") ? t("missing.issuer") : undefined}
      >
        <Input
          name="issuer"
          defaultValue={stored?.issuer}
          inputMode="url"
          spellCheck={false}
          className="font-mono text-13"
        />
      </Field>
      <Field label={t("clientId")} error={invalid.has("clientId") ? t("missing.clientId") : undefined}>
        <Input
          name="clientId"
          defaultValue={stored?.clientId}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-13"
        />
      </Field>
      <Field label={t("clientSecret")} hint={stored?.hasSecret ? t("secretKept") : t("secretHint")}>
        <PasswordInput name="clientSecret" autoComplete="off" className="font-mono text-13" />
      </Field>
      <SaveError error={save.error} />
      <Button type="submit" variant="primary" busy={save.isPending} className="justify-self-start">
        {t("save")}
      </Button>
    </form>
  );
}

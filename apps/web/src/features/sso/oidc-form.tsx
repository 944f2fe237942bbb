"use client";

import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input } from "@rollcall/ui/input";
import { PasswordInput } from "@rollcall/ui/password-input";
import { useTranslations } from "next-intl";
import { useOidcChanges } from "./oidc-changes.ts";
import type { OidcDraft } from "./oidc-draft.ts";
import { useProviderName } from "./provider-name.ts";
import { SaveFooter } from "./save-footer.tsx";
import type { SsoView } from "./schema.ts";
import type { FormDraft } from "./use-draft.ts";
import { useSubmit } from "./use-submit.ts";

export interface OidcFormProps {
  readonly view: SsoView;
  readonly draft: FormDraft<OidcDraft>;
  readonly onSaved: () => void;
}

/** An OpenID Connect application at the identity provider. A stored secret is kept unless another one is typed. */
export function OidcForm({ view, draft, onSaved }: OidcFormProps) {
  const t = useTranslations("sso.oidc");
  const provider = useProviderName(view.provider);
  const stored = view.config?.settings.kind === "oidc" ? view.config.settings : null;
  const { issuer, clientId, clientSecret } = draft.values;
  const keeps = clientSecret === "" && stored !== null;
  const changed = useOidcChanges(view, draft.overtaken);
  const { submit, save, invalid } = useSubmit(
    () => ({ kind: "oidc", seen: draft.seen, issuer, clientId, ...(!keeps && { clientSecret }) }),
    () => {
      draft.saved();
      onSaved();
    },
  );
  const control = (field: keyof OidcDraft) => ({
    value: draft.values[field],
    spellCheck: false,
    autoComplete: "off",
    className: "font-mono md:text-13",
    onChange: (event: { target: { value: string } }) => draft.type({ [field]: event.target.value }),
  });
  return (
    <Form onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Field
        label={t("issuer")}
        hint={t("issuerHint", { provider })}
        error={invalid.has("issuer") ? t("missing.issuer") : undefined}
      >
        <Input {...control("issuer")} inputMode="url" />
      </Field>
      <Field label={t("clientId")} error={invalid.has("clientId") ? t("missing.clientId") : undefined}>
        <Input {...control("clientId")} />
      </Field>
      <Field label={t("clientSecret")} hint={stored?.hasSecret ? t("secretKept") : t("secretHint")}>
        <PasswordInput {...control("clientSecret")} />
      </Field>
      <SaveFooter draft={draft} save={save} changed={changed} />
    </Form>
  );
}

"use client";

import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input, Textarea } from "@rollcall/ui/input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CertificateLines } from "./certificate-lines.tsx";
import { MetadataImport } from "./metadata-import.tsx";
import { providerKey, useProviderName } from "./provider-name.ts";
import { useSamlChanges } from "./saml-changes.ts";
import { type SamlDraft, samlDraft, samlInput } from "./saml-draft.ts";
import { SaveFooter } from "./save-footer.tsx";
import type { Certificate, SsoView } from "./schema.ts";
import { useCertificates } from "./use-certificates.ts";
import type { FormDraft } from "./use-draft.ts";
import { useSubmit } from "./use-submit.ts";

export interface SamlFormProps {
  readonly view: SsoView;
  readonly draft: FormDraft<SamlDraft>;
  readonly onSaved: () => void;
}

const NONE: readonly Certificate[] = [];

/** What the identity provider gives us: from its metadata, or field by field; two certificates during a rollover. */
export function SamlForm({ view, draft, onSaved }: SamlFormProps) {
  const t = useTranslations("sso.saml");
  const provider = useProviderName(view.provider);
  const stored = view.config?.settings.kind === "saml" ? view.config.settings : null;
  const [imported, setImported] = useState(NONE);
  const known = [...(stored?.certificates ?? NONE), ...imported];
  const { values } = draft;
  const certificates = useCertificates(values.certificates, known);
  const changed = useSamlChanges(view, draft.overtaken);
  const { submit, save, invalid } = useSubmit(
    () => samlInput(values, draft.seen),
    () => {
      draft.saved();
      onSaved();
    },
  );
  const label = (field: Exclude<keyof SamlDraft, "metadataUrl">) => ({
    label: t(field),
    hint: t(`hint.${field}`, { provider, name: t(`names.${providerKey(view.provider)}.${field}`) }),
    error: invalid.has(field) ? t(`missing.${field}`) : undefined,
  });
  const control = (field: Exclude<keyof SamlDraft, "metadataUrl">) => ({
    value: values[field],
    spellCheck: false,
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => draft.type({ [field]: event.target.value }),
  });
  return (
    <Form onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <MetadataImport
        provider={provider}
        onRead={(preview) => {
          draft.type(samlDraft(preview, preview.metadataUrl));
          setImported(preview.certificates);
        }}
      />
      <Field {...label("entityId")}>
        <Input {...control("entityId")} className="font-mono md:text-13" />
      </Field>
      <Field {...label("ssoUrl")}>
        <Input {...control("ssoUrl")} inputMode="url" className="font-mono md:text-13" />
      </Field>
      <Field {...label("certificates")}>
        <Textarea {...control("certificates")} rows={5} className="font-mono md:text-xs" />
      </Field>
      <CertificateLines label={t("certificates")} certificates={certificates} />
      <SaveFooter draft={draft} save={save} changed={changed} />
    </Form>
  );
}

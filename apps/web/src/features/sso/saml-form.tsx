"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Field } from "@rollcall/ui/field";
import { Input, Textarea } from "@rollcall/ui/input";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { CertificateLine } from "./certificate-line.tsx";
import { MetadataImport } from "./metadata-import.tsx";
import { pemBlocks } from "./pem-blocks.ts";
import { providerKey, useProviderName } from "./provider-name.ts";
import { useSaveSso } from "./queries.ts";
import { type Certificate, SaveInput, type SsoView } from "./schema.ts";

interface Draft {
  readonly entityId: string;
  readonly ssoUrl: string;
  /** PEM blocks, one below the other. */
  readonly certificates: string;
  readonly metadataUrl: string | null;
}

/** What the identity provider gives us: from its metadata, or field by field; two certificates during a rollover. */
export function SamlForm({ view, onSaved }: { readonly view: SsoView; readonly onSaved: () => void }) {
  const t = useTranslations("sso.saml");
  const provider = useProviderName(view.provider);
  const stored = view.config?.settings.kind === "saml" ? view.config.settings : null;
  const [draft, setDraft] = useState<Draft>(() => draftOf(stored, view.config?.metadataUrl ?? null));
  const [parsed, setParsed] = useState<readonly Certificate[]>(stored?.certificates ?? []);
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const save = useSaveSso();

  function submit(event: FormEvent) {
    event.preventDefault();
    const input = SaveInput.safeParse({
      kind: "saml",
      ...draft,
      certificates: pemBlocks(draft.certificates),
    });
    setInvalid(new Set(input.success ? [] : input.error.issues.map((issue) => String(issue.path[0]))));
    if (input.success) save.mutate(input.data, { onSuccess: onSaved });
  }

  const label = (field: "entityId" | "ssoUrl" | "certificates") => ({
    label: t(field),
    hint: t(`hint.${field}`, { provider, name: t(`names.${providerKey(view.provider)}.${field}`) }),
    error: invalid.has(field) ? t(`missing.${field}`) : undefined,
  });
  const input = (field: "entityId" | "ssoUrl") => ({
    value: draft[field],
    spellCheck: false,
    autoComplete: "off",
    className: "font-mono text-13",
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [field]: event.target.value }),
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <MetadataImport
        provider={provider}
        onRead={(preview) => {
          setDraft(draftOf(preview, preview.metadataUrl));
          setParsed(preview.certificates);
        }}
      />
      <Field {...label("entityId")}>
        <Input {...input("entityId")} />
      </Field>
      <Field {...label("ssoUrl")}>
        <Input {...input("ssoUrl")} inputMode="url" />
      </Field>
      <Field {...label("certificates")}>
        <Textarea
          value={draft.certificates}
          rows={5}
          spellCheck={false}
          className="font-mono text-xs"
          onChange={(event) => setDraft({ ...draft, certificates: event.target.value })}
        />
      </Field>
      <ul aria-label={t("certificates")} className="grid gap-2 empty:hidden">
        {parsed.map((certificate) => (
          <CertificateLine key={certificate.fingerprint} certificate={certificate} />
        ))}
      </ul>
      <SaveError error={save.error} />
      <Button type="submit" variant="primary" busy={save.isPending} className="justify-self-start">
        {t("save")}
      </Button>
    </form>
  );
}

export function SaveError({ error }: { readonly error: Error | null }) {
  const t = useTranslations("sso");
  if (error === null) return null;
  const unreadable = error instanceof ApiError && error.code === "sso.certificate_unreadable";
  const reference = error instanceof ApiError ? (error.requestId ?? "–") : "–";
  return (
    <Callout role="alert" status="bad">
      {unreadable ? t("saml.unreadable") : t("saveFailed", { reference })}
    </Callout>
  );
}

function draftOf(
  saml: { entityId: string; ssoUrl: string; certificates: readonly Certificate[] } | null,
  metadataUrl: string | null,
): Draft {
  if (saml === null) return { entityId: "", ssoUrl: "", certificates: "", metadataUrl: null };
  const certificates = saml.certificates.map(({ pem }) => pem.trim()).join("\n");
  return { entityId: saml.entityId, ssoUrl: saml.ssoUrl, certificates, metadataUrl };
}

"use client";

import { Card } from "@rollcall/ui/card";
import { CopyField } from "@rollcall/ui/copy-field";
import { useTranslations } from "next-intl";
import { providerKey, useProviderName } from "./provider-name.ts";
import type { SsoView } from "./schema.ts";

const SAML_FIELDS = ["audience", "acsUrl", "acsValidator"] as const;

/** What the identity provider has to be told, each under the name that its console uses. */
export function OurAddresses({ view, kind }: { readonly view: SsoView; readonly kind: "saml" | "oidc" }) {
  const t = useTranslations("sso.ours");
  const provider = useProviderName(view.provider);
  const names = providerKey(view.provider);
  return (
    <Card aria-labelledby="sso-ours" className="grid content-start gap-5 p-5">
      <h2 id="sso-ours" className="font-semibold text-base">
        {t("title", { provider })}
      </h2>
      {kind === "oidc" ? (
        <CopyField
          label={t("redirectUri")}
          hint={t("called", { provider, name: t("names.redirectUri") })}
          value={view.addresses.redirectUri}
        />
      ) : (
        SAML_FIELDS.map((field) => (
          <CopyField
            key={field}
            label={t(field)}
            hint={t("called", { provider, name: t(`names.${names}.${field}`) })}
            value={view.addresses[field]}
          />
        ))
      )}
      {kind === "saml" ? (
        <p className="text-13 text-muted-foreground">
          {t.rich("metadata", {
            link: (text) => (
              <a
                href={`/api/sso/${view.slug}/saml/metadata`}
                className="text-primary underline underline-offset-4"
                download="rollcall-metadata.xml"
              >
                {text}
              </a>
            ),
          })}
        </p>
      ) : null}
    </Card>
  );
}

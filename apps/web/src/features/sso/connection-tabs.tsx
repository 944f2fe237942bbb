"use client";

import { Card } from "@rollcall/ui/card";
import { useAnnounce } from "@rollcall/ui/live-region";
import { Tabs } from "@rollcall/ui/tabs";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { storedOidc } from "./oidc-draft.ts";
import { OidcForm } from "./oidc-form.tsx";
import { OurAddresses } from "./our-addresses.tsx";
import { useProviderName } from "./provider-name.ts";
import { storedSaml } from "./saml-draft.ts";
import { SamlForm } from "./saml-form.tsx";
import type { SsoView } from "./schema.ts";
import { useDraft } from "./use-draft.ts";

/** What both sides have to be told. What was typed under one protocol stays while the other is looked at. */
export function ConnectionTabs({ view }: { readonly view: SsoView }) {
  const t = useTranslations("sso");
  const announce = useAnnounce();
  const provider = useProviderName(view.provider);
  const [kind, setKind] = useState<"saml" | "oidc">(view.config?.settings.kind ?? "saml");
  const saml = useDraft(storedSaml(view));
  const oidc = useDraft(storedOidc(view));
  const onSaved = () => announce(t("saved"));
  return (
    <Tabs
      label={t("kind")}
      value={kind}
      onValueChange={(value) => setKind(value === "oidc" ? "oidc" : "saml")}
      items={(["saml", "oidc"] as const).map((value) => ({
        value,
        label: t(`kinds.${value}`),
        panel: (
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
            <OurAddresses view={view} kind={value} />
            <Card
              aria-labelledby={`sso-theirs-${value}`}
              className="grid grid-cols-[minmax(0,1fr)] gap-5 p-5"
            >
              <h2 id={`sso-theirs-${value}`} className="font-semibold text-base">
                {t("theirs", { provider })}
              </h2>
              {value === "saml" ? (
                <SamlForm view={view} draft={saml} onSaved={onSaved} />
              ) : (
                <OidcForm view={view} draft={oidc} onSaved={onSaved} />
              )}
            </Card>
          </div>
        ),
      }))}
    />
  );
}

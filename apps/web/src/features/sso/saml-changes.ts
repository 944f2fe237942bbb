import { useTranslations } from "next-intl";
import { changes } from "./changes.ts";
import { type SamlDraft, storedSaml } from "./saml-draft.ts";
import type { SsoView } from "./schema.ts";

/** What somebody else changed of a SAML connection since `before`. Certificates are told by whose they are. */
export function useSamlChanges(view: SsoView, before: SamlDraft | null) {
  const t = useTranslations("sso");
  if (before === null) return [];
  const settings = view.config?.settings;
  const now = storedSaml(view).values;
  const subjects =
    settings?.kind === "saml" ? settings.certificates.map(({ subject }) => subject).join("; ") : "";
  return changes([
    [t("kind"), t("kinds.saml"), t(`kinds.${settings?.kind ?? "saml"}`)],
    [t("saml.entityId"), before.entityId, now.entityId],
    [t("saml.ssoUrl"), before.ssoUrl, now.ssoUrl],
    [t("saml.certificates"), before.certificates === now.certificates ? subjects : "", subjects],
  ]);
}

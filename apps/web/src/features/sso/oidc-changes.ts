import { useTranslations } from "next-intl";
import { changes } from "./changes.ts";
import { type OidcDraft, storedOidc } from "./oidc-draft.ts";
import type { SsoView } from "./schema.ts";

/** What somebody else changed of an OpenID Connect application since `before`. Of a secret nothing can be told. */
export function useOidcChanges(view: SsoView, before: OidcDraft | null) {
  const t = useTranslations("sso");
  if (before === null) return [];
  const now = storedOidc(view).values;
  return changes([
    [t("kind"), t("kinds.oidc"), t(`kinds.${view.config?.settings.kind ?? "oidc"}`)],
    [t("oidc.issuer"), before.issuer, now.issuer],
    [t("oidc.clientId"), before.clientId, now.clientId],
  ]);
}

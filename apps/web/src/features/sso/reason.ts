import { SSO_REASONS } from "@rollcall/directory/sso/sso-fault";
import { useTranslations } from "next-intl";

const REASONS = [...SSO_REASONS, "wrong_password", "unknown_address", "sso_required"] as const;

/** The title of a reason why a sign-in was refused. */
export function useSignInReason() {
  const t = useTranslations("sso.reasons");
  return (reason: string | null, provider: string): string => {
    const known = REASONS.find((each) => each === reason);
    return known === undefined ? t("unknown") : t(known, { provider });
  };
}

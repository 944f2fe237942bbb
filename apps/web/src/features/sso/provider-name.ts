import { useTranslations } from "next-intl";

const KNOWN = ["onelogin", "okta", "entra", "jumpcloud", "ping", "generic"] as const;
export type ProviderKey = (typeof KNOWN)[number];

export function providerKey(provider: string): ProviderKey {
  return KNOWN.find((known) => known === provider) ?? "generic";
}

/** The identity provider's name as people know it. */
export function useProviderName(provider: string): string {
  const t = useTranslations("sso.providers");
  return t(providerKey(provider));
}

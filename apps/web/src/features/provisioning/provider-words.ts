"use client";

import type { ProviderSetting } from "@rollcall/directory/connection/options";
import { useTranslations } from "next-intl";

/** What an identity provider is called, and what it calls our two values. */
export interface ProviderWords {
  readonly name: string;
  readonly url: string;
  readonly token: string;
  /** Where to paste them. */
  readonly where: string;
}

export function useProviderWords(provider: ProviderSetting): ProviderWords {
  const t = useTranslations("provisioning.providers");
  return {
    name: t(`${provider}.name`),
    url: t(`${provider}.url`),
    token: t(`${provider}.token`),
    where: t(`${provider}.where`),
  };
}

"use client";

import type { ProviderSetting } from "@rollcall/directory/connection/options";
import { providerOf, type Voice } from "@rollcall/directory/explain/provider";
import { useTranslations } from "next-intl";

/** What an identity provider is called, and what it calls our two values. */
export interface ProviderWords {
  readonly name: string;
  readonly url: string;
  readonly token: string;
  /** Where to paste them, as a sentence. */
  readonly where: string;
  /** The same as a place: "OneLogin’s Configuration tab". */
  readonly place: string;
  /** In whose labels sentences speak: `{voice, select, …}`. */
  readonly voice: Voice;
}

export function useProviderWords(provider: ProviderSetting): ProviderWords {
  const t = useTranslations("provisioning.providers");
  return {
    name: t(`${provider}.name`),
    url: t(`${provider}.url`),
    token: t(`${provider}.token`),
    where: t(`${provider}.where`),
    place: t(`${provider}.place`),
    voice: providerOf(provider).voice,
  };
}

"use client";

import { useTranslations } from "next-intl";
import { useConsole } from "~/features/shell/console-context.tsx";
import type { ProviderWords } from "./provider-words.ts";

/** Saves a text file for the colleague who runs the identity provider: the URL and the steps, never the token. */
export function useSetupSheet(provider: ProviderWords): () => void {
  const t = useTranslations("provisioning.sheet");
  const { scimUrl, tenant } = useConsole();
  return () => {
    const lines = [
      t("heading", { organisation: tenant.name }),
      "",
      `${provider.url}: ${scimUrl}`,
      `${provider.token}: ${t("token")}`,
      "",
      provider.where,
      t("never"),
      "",
    ];
    const address = URL.createObjectURL(new Blob([lines.join("\n")], { type: "text/plain;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = t("file");
    link.click();
    URL.revokeObjectURL(address);
  };
}

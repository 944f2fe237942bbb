"use client";

import { Callout } from "@rollcall/ui/callout";
import { useTranslations } from "next-intl";
import type { SsoView } from "./schema.ts";

const WAYS = ["userName", "email", "externalId"] as const;

/** How the names of sign-in meet the names of SCIM: most trouble with both begins where they differ. */
export function MatchBridge({ matches }: { readonly matches: SsoView["matches"] }) {
  const t = useTranslations("sso.bridge");
  const matched = WAYS.reduce((sum, way) => sum + matches[way], 0);
  const total = matched + matches.unmatched;
  if (total === 0) return null;
  const most = WAYS.toSorted((a, b) => matches[b] - matches[a])[0] ?? "userName";
  return (
    <Callout status={matches.unmatched > 0 ? "warn" : "info"} title={t("title")}>
      {t("body", { count: matches[most], total, by: t(`by.${most}`) })}{" "}
      {matches.unmatched > 0 ? t("unmatched", { count: matches.unmatched }) : ""}
    </Callout>
  );
}

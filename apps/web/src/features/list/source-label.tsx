"use client";

import { SourceBadge } from "@rollcall/ui/source-badge";
import { useTranslations } from "next-intl";

export interface SourceLabelProps {
  readonly source: "scim" | "local" | "sso" | "manual";
  /** The identity provider's name, for what it sent. */
  readonly provider: string;
}

/** "OneLogin (SCIM)", "Local", "First sign-in", "Manual". */
export function SourceLabel({ source, provider }: SourceLabelProps) {
  const t = useTranslations("ui.source");
  return <SourceBadge source={source === "manual" ? "local" : source}>{t(source, { provider })}</SourceBadge>;
}

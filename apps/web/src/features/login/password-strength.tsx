"use client";

import { useTranslations } from "next-intl";

const MIN = 12;
const STRONG = 18;

/** What a password still lacks, in words. Whether it is a common one is known when it is sent. */
export function PasswordStrength({ password }: { readonly password: string }) {
  const t = useTranslations("login.strength");
  const length = [...password].length;
  const missing = MIN - length;
  const text =
    length === 0
      ? t("rule")
      : missing > 0
        ? t("missing", { count: missing })
        : length < STRONG
          ? t("enough")
          : t("long");
  return <span aria-live="polite">{text}</span>;
}

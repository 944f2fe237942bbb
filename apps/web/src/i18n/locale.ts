/** English, and two pseudo-locales for tests: long text, and long text from right to left. */
export const LOCALES = ["en", "en-XA", "ar-XB"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "rollcall.locale";

export function readLocale(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? "en";
}

export function direction(locale: Locale): "ltr" | "rtl" {
  return locale === "ar-XB" ? "rtl" : "ltr";
}

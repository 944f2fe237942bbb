"use client";

import { useNow } from "@rollcall/ui/use-now";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { SentenceData } from "./sentence-schema.ts";
import { sentenceText } from "./sentence-text.ts";

/**
 * Says sentences in the reader's language, their moments in the reader's zone with its name. The server, and the browser
 * while it hydrates, say them in UTC.
 */
export function useSentence(): (sentence: SentenceData) => string {
  const t = useTranslations("explain");
  const locale = useLocale();
  const zone = useNow() === null ? "UTC" : undefined;
  return useCallback((sentence) => sentenceText(sentence, t, locale, zone), [t, locale, zone]);
}

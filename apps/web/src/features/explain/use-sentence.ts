"use client";

import { isReasonCode, type ReasonCode } from "@rollcall/directory/explain/reason";
import { absoluteTime } from "@rollcall/ui/relative-time";
import { useNow } from "@rollcall/ui/use-now";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { SentenceData } from "./sentence-schema.ts";

/**
 * Says sentences in the reader's language, their moments in the reader's zone with its name. The server, and the browser
 * while it hydrates, say them in UTC.
 */
export function useSentence(): (sentence: SentenceData) => string {
  const t = useTranslations("explain");
  const locale = useLocale();
  const zone = useNow() === null ? "UTC" : undefined;
  return useCallback(
    ({ id, values, times }) => {
      const moments = Object.entries(times).map(([name, at]) => [
        name,
        absoluteTime(Date.parse(at), locale, zone),
      ]);
      const { reason } = values;
      const told = isCode(reason) ? { reason: t(`reasons.${reason}.title`) } : {};
      return t(id, { ...values, ...told, ...Object.fromEntries(moments) });
    },
    [t, locale, zone],
  );
}

/** A `reason` is given as its code and said as its title. */
function isCode(reason: string | number | undefined): reason is ReasonCode {
  return typeof reason === "string" && isReasonCode(reason);
}

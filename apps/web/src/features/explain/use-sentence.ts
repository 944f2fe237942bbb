"use client";

import { absoluteTime, zoneName } from "@rollcall/ui/relative-time";
import { useNow } from "@rollcall/ui/use-now";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { SentenceData } from "./sentence-schema.ts";

/**
 * Says sentences in the reader's language, their moments in the reader's zone with its name. The server, and the browser
 * while it hydrates, say them in UTC.
 */
export function useSentence(): (sentence: SentenceData) => string {
  const t = useTranslations("explain");
  const local = useNow() !== null;
  return useCallback(
    ({ id, values, times }) => {
      const moments = Object.entries(times).map(([name, at]) => [name, moment(at, local)]);
      return t(id, { ...values, ...Object.fromEntries(moments) });
    },
    [t, local],
  );
}

function moment(at: string, local: boolean): string {
  const time = Date.parse(at);
  return local
    ? `${absoluteTime(time, "en")} ${zoneName(time, "en")}`
    : `${absoluteTime(time, "en", "UTC")} UTC`;
}

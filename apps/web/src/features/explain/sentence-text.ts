import { isReasonCode, type ReasonCode } from "@rollcall/directory/explain/reason";
import { absoluteTime } from "@rollcall/ui/relative-time";
import type { useTranslations } from "next-intl";
import type { SentenceData } from "./sentence-schema.ts";

/**
 * The words of a sentence.
 *
 * @param t of the namespace `explain`
 * @param zone of its moments; absent is the one of the machine
 */
export function sentenceText(
  { id, values, times }: SentenceData,
  t: ReturnType<typeof useTranslations<"explain">>,
  locale: string,
  zone?: "UTC",
): string {
  const moments = Object.entries(times).map(([name, at]) => [
    name,
    absoluteTime(Date.parse(at), locale, zone),
  ]);
  const { reason } = values;
  const told = isCode(reason) ? { reason: t(`reasons.${reason}.title`) } : {};
  return t(id, { ...values, ...told, ...Object.fromEntries(moments) });
}

/** A `reason` is given as its code and said as its title. */
function isCode(reason: string | number | undefined): reason is ReasonCode {
  return typeof reason === "string" && isReasonCode(reason);
}

"use client";

import type { Status } from "@rollcall/ui/status-pill";
import { useTranslations } from "next-intl";
import type { CheckData } from "./schema.ts";

export interface Verdict {
  readonly text: string;
  readonly status: Status;
}

/** What would come of a payload, in a few words. */
export function useVerdict(): (check: CheckData) => Verdict {
  const t = useTranslations("check.verdict");
  return ({ outcome, code, answer }) => {
    if (answer.status >= 400) return { text: t("refused"), status: "warn" };
    if (code !== null) return { text: t("partly"), status: "warn" };
    if (outcome === "no_change") return { text: t("unchanged"), status: "off" };
    return { text: t("accepted"), status: "ok" };
  };
}

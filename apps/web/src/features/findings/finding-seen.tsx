"use client";

import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import type { FindingData } from "./schema.ts";

/** "4 times · last 30 s ago", "verified 3 h ago": how often and when, in the words of the kind. */
export function FindingSeen({ finding: { seen, lastAt } }: { readonly finding: FindingData }) {
  const t = useTranslations("explain");
  return t.rich(seen.id, { ...seen.values, at: () => <TimeAgo at={lastAt} /> });
}

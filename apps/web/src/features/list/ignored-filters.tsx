"use client";

import { Callout } from "@rollcall/ui/callout";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { ignoredNames } from "./ignored-names.ts";

export interface IgnoredFiltersProps {
  /** What the page reads of its address. */
  readonly parsers: Parameters<typeof ignoredNames>[1];
  /** A page number that there is no page of. */
  readonly missingPage: number | null;
}

/** Read by others than the page's parsers: links that open a search's trace. */
const OTHERS = ["trace"];

/** Says which parts of the address make no sense, and that they were left out. */
export function IgnoredFilters({ parsers, missingPage }: IgnoredFiltersProps) {
  const t = useTranslations("ui.list");
  const format = useFormatter();
  const ignored = ignoredNames(useSearchParams(), parsers, OTHERS);
  if (missingPage !== null) ignored.push(`page=${missingPage}`);
  return (
    <div role="status">
      {ignored.length > 0 ? (
        <Callout status="info">
          {t("ignored", { filters: format.list(ignored, { type: "unit" }), count: ignored.length })}
        </Callout>
      ) : null}
    </div>
  );
}

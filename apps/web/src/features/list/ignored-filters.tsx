"use client";

import { Callout } from "@rollcall/ui/callout";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";

/** A parser of one parameter of the address, as nuqs has them. */
interface Parser {
  readonly parse: (text: string) => unknown;
}

/** Says which filters of the address make no sense, and that they were left out. */
export function IgnoredFilters({ parsers }: { readonly parsers: Readonly<Record<string, Parser>> }) {
  const t = useTranslations("ui.list");
  const address = useSearchParams();
  const ignored = Object.entries(parsers).flatMap(([name, parser]) => {
    const text = address.get(name);
    return text !== null && text !== "" && parser.parse(text) === null
      ? [`${name}=${text.slice(0, 60)}`]
      : [];
  });
  if (ignored.length === 0) return null;
  return (
    <Callout status="info" role="status">
      {t("ignored", { filters: ignored.join(", "), count: ignored.length })}
    </Callout>
  );
}

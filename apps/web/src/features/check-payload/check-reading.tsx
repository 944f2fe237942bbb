"use client";

import { type Description, DescriptionList } from "@rollcall/ui/description-list";
import { useTranslations } from "next-intl";
import type { CheckData } from "./schema.ts";

/** What became of each part of the body. */
export function CheckReading({ reading }: { readonly reading: CheckData["reading"] }) {
  const t = useTranslations("check.reading");
  const dialects = reading.dialects.map(({ name, what }) => (what ? `${name} (${what})` : name));
  const lists = {
    understood: reading.understood,
    unknown: reading.unknown,
    ignored: reading.ignored,
    dialects,
  };
  const items = Object.entries(lists)
    .filter(([, names]) => names.length > 0)
    .map(([key, names]): Description => ({ key, name: t(key), value: <Names of={names} /> }));
  if (items.length === 0) return <p className="text-13 text-muted-foreground">{t("nothing")}</p>;
  return <DescriptionList items={items} />;
}

function Names({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-1">
      {of.map((name) => (
        <li key={name} dir="ltr" className="break-all rounded-sm bg-muted px-1.5 py-0.5 font-mono text-xs">
          {name}
        </li>
      ))}
    </ul>
  );
}

"use client";

import { useTranslations } from "next-intl";

type Values = Readonly<Record<string, unknown>> | null;

/** What an act changed: each field with its value before and after. */
export function ActChanges({ before, after }: { readonly before: Values; readonly after: Values }) {
  const t = useTranslations("audit");
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return null;
  return (
    <ul className="grid max-w-md gap-0.5 text-xs">
      {names.map((name) => (
        <li key={name} className="break-words">
          <span className="text-muted-foreground">{name}</span>{" "}
          {before && name in before ? (
            <>
              <del className="text-muted-foreground">{shown(before[name], t("none"))}</del>
              <span aria-hidden> → </span>
            </>
          ) : null}
          <span>{shown(after?.[name], t("none"))}</span>
        </li>
      ))}
    </ul>
  );
}

function shown(value: unknown, none: string): string {
  if (value === undefined || value === null || value === "") return none;
  return typeof value === "string" ? value : JSON.stringify(value);
}

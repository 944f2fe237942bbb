"use client";

import { useTranslations } from "next-intl";
import type { EventView } from "./schema.ts";

/** What attributes were and became. */
export function EventChanges({ changes }: { readonly changes: EventView["event"]["changes"] }) {
  const t = useTranslations("activity.sheet");
  if (changes.length === 0) return <p className="text-13 text-muted-foreground">{t("noChanges")}</p>;
  return (
    <div className="overflow-x-auto rounded-md border border-border">
      <table aria-label={t("changes")} className="w-full text-13">
        <thead>
          <tr className="text-start text-muted-foreground">
            <Head>{t("attribute")}</Head>
            <Head>{t("before")}</Head>
            <Head>{t("after")}</Head>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.attribute} className="align-top">
              <th
                scope="row"
                className="break-all border-border border-t px-3 py-1.5 text-start font-mono font-normal text-xs leading-5"
              >
                {change.attribute}
              </th>
              <Value of={change.before} />
              <Value of={change.after} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ children }: { readonly children: string }) {
  return (
    <th scope="col" className="px-3 py-1.5 text-start font-medium">
      {children}
    </th>
  );
}

function Value({ of }: { readonly of: unknown }) {
  const t = useTranslations("activity.sheet");
  const empty = of === null || of === undefined;
  return (
    <td className="break-words border-border border-t px-3 py-1.5">
      {empty ? (
        <span className="text-muted-foreground">{t("unassigned")}</span>
      ) : typeof of === "string" ? (
        of
      ) : (
        <code className="break-all font-mono text-xs">{JSON.stringify(of)}</code>
      )}
    </td>
  );
}

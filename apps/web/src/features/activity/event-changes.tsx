"use client";

import { useTranslations } from "next-intl";
import type { EventView } from "./schema.ts";
import { readReceipt, SessionReceipt } from "./session-receipt.tsx";

/** What attributes were and became. */
export function EventChanges({ changes }: { readonly changes: EventView["event"]["changes"] }) {
  const t = useTranslations("activity.sheet");
  if (changes.length === 0) return <p className="text-13 text-muted-foreground">{t("noChanges")}</p>;
  return (
    <div className="wrap-anywhere overflow-hidden rounded-md border border-border">
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
                className="border-border border-t px-3 py-1.5 text-start font-mono font-normal text-xs leading-5"
              >
                {change.attribute}
              </th>
              <Values change={change} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ children }: { readonly children: string }) {
  return (
    <th scope="col" className="wrap-normal px-3 py-1.5 text-start font-medium">
      {children}
    </th>
  );
}

function Values({ change }: { readonly change: EventView["event"]["changes"][number] }) {
  const receipt = readReceipt(change.attribute, change.before);
  if (receipt === null) {
    return (
      <>
        <Value of={change.before} />
        <Value of={change.after} />
      </>
    );
  }
  return (
    <td colSpan={2} className="border-border border-t px-3 py-1.5">
      <SessionReceipt sessions={receipt} />
    </td>
  );
}

function Value({ of }: { readonly of: unknown }) {
  const t = useTranslations("activity.sheet");
  const empty = of === null || of === undefined;
  return (
    <td className="border-border border-t px-3 py-1.5">
      {empty ? (
        <span className="text-muted-foreground">{t("unassigned")}</span>
      ) : typeof of === "string" ? (
        of
      ) : (
        <code className="font-mono text-xs">{JSON.stringify(of)}</code>
      )}
    </td>
  );
}

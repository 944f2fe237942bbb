"use client";

import { TimeAgo } from "@rollcall/ui/time-ago";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Receipt, SessionReceipt } from "~/features/activity/session-receipt.tsx";
import { type ActChange, actChanges, type Values } from "./changes.ts";

/** What an act changed: each field that differs, with its value before and after. */
export function ActChanges({ before, after }: { readonly before: Values; readonly after: Values }) {
  const changes = actChanges(before, after);
  if (changes.length === 0) return null;
  return (
    <ul className="grid max-w-md gap-0.5 text-xs">
      {changes.map((change) => (
        <li key={change.name} className="break-words">
          <Change change={change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change: { name, before, after } }: { readonly change: ActChange }) {
  const t = useTranslations("audit");
  return (
    <>
      <span className="text-muted-foreground">{t.has(`fields.${name}`) ? t(`fields.${name}`) : name}</span>{" "}
      {before === undefined ? null : (
        <del className="text-muted-foreground">
          <Value of={before} />
        </del>
      )}
      {before === undefined || after === undefined ? null : <span aria-hidden> → </span>}
      {after === undefined ? null : <Value of={after} />}
    </>
  );
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function Value({ of: value }: { readonly of: unknown }): ReactNode {
  const t = useTranslations("audit");
  const format = useFormatter();
  const receipt = Receipt.safeParse(value);
  if (receipt.success) return <SessionReceipt sessions={receipt.data} />;
  if (value === null || value === "") return t("none");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return format.number(value);
  if (typeof value === "string") return MOMENT.test(value) ? <TimeAgo at={value} absolute /> : value;
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return format.list(value);
  return JSON.stringify(value);
}

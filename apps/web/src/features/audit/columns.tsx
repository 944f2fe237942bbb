"use client";

import type { DataColumn } from "@rollcall/ui/data-column";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActChanges } from "./act-changes.tsx";
import type { AuditRow } from "./schema.ts";

const PAGES: Readonly<Record<string, string>> = { user: "/access/users", team: "/access/teams" };

/** The columns of the audit log. */
export function useColumns(): DataColumn<AuditRow>[] {
  const t = useTranslations("audit");
  return useMemo(
    () => [
      {
        id: "action",
        header: t("columns.action"),
        cell: (entry) => (
          <span className="font-medium">
            {t.has(`actions.${entry.action}`) ? t(`actions.${entry.action}`) : entry.action}
          </span>
        ),
      },
      { id: "at", header: t("columns.at"), cell: (entry) => <TimeAgo at={entry.at} absolute /> },
      { id: "actor", header: t("columns.actor"), cell: (entry) => entry.actorName },
      { id: "target", header: t("columns.target"), cell: (entry) => <Target entry={entry} /> },
      {
        id: "changes",
        header: t("columns.changes"),
        from: "lg",
        cell: (entry) => <ActChanges before={entry.before} after={entry.after} />,
      },
      {
        id: "ip",
        header: t("columns.ip"),
        from: "xl",
        cell: (entry) => <code className="font-mono text-xs">{entry.ip ?? ""}</code>,
      },
    ],
    [t],
  );
}

function Target({ entry }: { readonly entry: AuditRow }) {
  const name = entry.targetName ?? entry.targetId;
  const page = PAGES[entry.targetType ?? ""];
  if (name === null) return <span className="text-muted-foreground">—</span>;
  if (page === undefined || entry.targetId === null) return <span className="break-words">{name}</span>;
  return (
    <Link className="break-words underline-offset-4 hover:underline" href={`${page}/${entry.targetId}`}>
      {name}
    </Link>
  );
}

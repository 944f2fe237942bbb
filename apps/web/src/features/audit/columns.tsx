"use client";

import { isReasonCode } from "@rollcall/directory/explain/reason";
import type { DataColumn } from "@rollcall/ui/data-column";
import { None } from "@rollcall/ui/none";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useZone } from "@rollcall/ui/use-zone";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { UndoButton } from "~/features/teams/undo-button.tsx";
import { ActChanges } from "./act-changes.tsx";
import type { AuditEntry } from "./schema.ts";

const PAGES: Readonly<Record<string, string>> = { user: "/access/users", team: "/access/teams" };

/** The columns of the audit log. */
export function useColumns(): DataColumn<AuditEntry>[] {
  const t = useTranslations("audit");
  const zone = useZone();
  return useMemo(
    () => [
      {
        id: "action",
        header: t("columns.action"),
        cell: (entry) => (
          <span className="flex flex-wrap items-center gap-2 font-medium">
            {t.has(`actions.${entry.action}`) ? t(`actions.${entry.action}`) : entry.action}
            {entry.undoUntil && entry.targetId ? (
              <UndoButton id={entry.targetId} name={entry.targetName ?? entry.targetId} />
            ) : null}
          </span>
        ),
      },
      {
        id: "at",
        header: t("columns.at", { zone }),
        cell: (entry) => <TimeAgo at={entry.at} absolute zone={zone} />,
      },
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
    [t, zone],
  );
}

function Target({ entry }: { readonly entry: AuditEntry }) {
  const name = useTargetName(entry);
  const page = PAGES[entry.targetType ?? ""];
  if (name === null) return <None />;
  if (page === undefined || entry.targetId === null) {
    const whole = entry.targetType === "scim_token";
    return <span className={whole ? "whitespace-nowrap" : "wrap-anywhere"}>{name}</span>;
  }
  return (
    <Link className="tap wrap-anywhere underline-offset-4 hover:underline" href={`${page}/${entry.targetId}`}>
      {name}
    </Link>
  );
}

/** What the act was done to, as it read at that moment; a finding is kept by its reason and read as its title. */
function useTargetName({ targetType, targetName, targetId }: AuditEntry): string | null {
  const t = useTranslations("explain.reasons");
  const name = targetName ?? targetId;
  return targetType === "finding" && name !== null && isReasonCode(name) ? t(`${name}.title`) : name;
}

"use client";

import { Badge } from "@rollcall/ui/badge";
import type { DataColumn } from "@rollcall/ui/data-column";
import { None } from "@rollcall/ui/none";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { SourceLabel } from "~/features/list/source-label.tsx";
import { rememberRow } from "~/features/list/use-return-focus.ts";
import type { TeamRow } from "./schema.ts";
import { TeamHealth } from "./team-health.tsx";

/** The columns of the list of teams. */
export function useColumns(provider: string): DataColumn<TeamRow>[] {
  const t = useTranslations("teams");
  return useMemo(
    () => [
      { id: "name", header: t("columns.team"), sortable: true, cell: (team) => <TeamCell team={team} /> },
      {
        id: "source",
        header: t("columns.source"),
        hideable: true,
        from: "md",
        className: "sm:min-w-37",
        cell: (team) => <SourceLabel source={team.source} provider={provider} />,
      },
      {
        id: "members",
        header: t("columns.members"),
        sortable: true,
        align: "end",
        cell: (team) => <MemberCount count={team.memberCount} />,
      },
      {
        id: "touched",
        header: t("columns.touched", { provider }),
        sortable: true,
        hideable: true,
        from: "lg",
        cell: (team) => (team.lastTouchedAt ? <TimeAgo at={team.lastTouchedAt} /> : <None />),
      },
      {
        id: "grants",
        header: t("columns.grants"),
        hideable: true,
        from: "md",
        cell: (team) => (team.grantsRole ? <Badge>{t(`roles.${team.grantsRole}`)}</Badge> : <None />),
      },
      {
        id: "health",
        header: t("columns.health"),
        hideable: true,
        cell: (team) => <TeamHealth team={team} provider={provider} />,
      },
    ],
    [t, provider],
  );
}

function TeamCell({ team }: { readonly team: TeamRow }) {
  return (
    <div className="grid min-w-0">
      <Link
        href={`/access/teams/${team.id}`}
        onClick={() => rememberRow(team.id)}
        className="tap wrap-anywhere font-medium underline-offset-4 hover:underline"
      >
        {team.displayName}
      </Link>
      {team.name === team.displayName ? null : (
        <code className="break-all font-mono text-muted-foreground text-xs">{team.name}</code>
      )}
    </div>
  );
}

function MemberCount({ count }: { readonly count: number }) {
  const t = useTranslations("teams");
  if (count > 0) return <span className="tabular-nums">{t("count", { count })}</span>;
  return (
    <span className="inline-flex items-center gap-1 text-warn tabular-nums">
      <TriangleAlert aria-hidden className="size-3.5" />
      {t("count", { count })}
    </span>
  );
}

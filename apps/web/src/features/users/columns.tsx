"use client";

import { Badge } from "@rollcall/ui/badge";
import { CutText } from "@rollcall/ui/cut-text";
import type { DataColumn } from "@rollcall/ui/data-column";
import { None } from "@rollcall/ui/none";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { SourceLabel } from "~/features/list/source-label.tsx";
import { rememberRow } from "~/features/list/use-return-focus.ts";
import { AccountBadges } from "./account-badges.tsx";
import { PersonStatus } from "./person-status.tsx";
import type { PersonRow } from "./schema.ts";

const TEAMS_SHOWN = 2;

/** The columns of the list of people. */
export function useColumns(provider: string): DataColumn<PersonRow>[] {
  const t = useTranslations("users.columns");
  return useMemo(
    () => [
      { id: "name", header: t("person"), sortable: true, cell: (person) => <PersonCell person={person} /> },
      {
        id: "status",
        header: t("status"),
        sortable: true,
        cell: (person) => <PersonStatus person={person} provider={provider} />,
      },
      {
        id: "source",
        header: t("source"),
        hideable: true,
        from: "xl",
        className: "sm:min-w-37",
        cell: (person) => <SourceLabel source={person.source} provider={provider} />,
      },
      { id: "teams", header: t("teams"), hideable: true, cell: (person) => <TeamsCell person={person} /> },
      {
        id: "lastChange",
        header: t("lastChange", { provider }),
        sortable: true,
        hideable: true,
        from: "lg",
        cell: (person) => <Moment at={person.lastProvisionedAt} />,
      },
      {
        id: "lastSignIn",
        header: t("lastSignIn"),
        sortable: true,
        hideable: true,
        from: "xl",
        cell: (person) => <Moment at={person.lastSignInAt} />,
      },
    ],
    [t, provider],
  );
}

function Moment({ at }: { readonly at: string | null }) {
  return at === null ? <None /> : <TimeAgo at={at} className="sm:whitespace-normal" />;
}

function PersonCell({ person }: { readonly person: PersonRow }) {
  return (
    <div className="grid min-w-0 sm:min-w-44 xl:min-w-52">
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <Link
          href={`/access/users/${person.id}`}
          onClick={() => rememberRow(person.id)}
          className="tap min-w-0 wrap-anywhere font-medium underline-offset-4 hover:underline"
        >
          {person.name}
        </Link>
        <AccountBadges person={person} />
      </span>
      <span className="wrap-anywhere text-muted-foreground">{person.email ?? person.userName}</span>
      {person.problem ? <ProblemLine problem={person.problem} /> : null}
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: NonNullable<PersonRow["problem"]> }) {
  const t = useTranslations("users");
  const reasons = useTranslations("explain.reasons");
  const title = `${problem.reason}.title`;
  return (
    <Link
      href={`/settings/security/provisioning/activity?event=${problem.eventId}`}
      className="inline-flex items-center gap-1 text-warn text-xs underline-offset-4 hover:underline"
    >
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      {reasons.has(title) ? reasons(title) : t("problem")}
    </Link>
  );
}

function TeamsCell({ person }: { readonly person: PersonRow }) {
  const t = useTranslations("users");
  if (person.teamCount === 0) return <None />;
  const shown = person.teams.slice(0, TEAMS_SHOWN);
  const more = person.teamCount - shown.length;
  return (
    <span className="flex flex-wrap gap-1">
      {shown.map((team) => (
        <Link key={team.id} href={`/access/teams/${team.id}`} className="tap max-w-44">
          <Badge className="max-w-full">
            <CutText>{team.name}</CutText>
          </Badge>
        </Link>
      ))}
      {more > 0 ? <span className="text-muted-foreground">{t("moreTeams", { count: more })}</span> : null}
    </span>
  );
}

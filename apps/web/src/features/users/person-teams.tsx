"use client";

import { Badge } from "@rollcall/ui/badge";
import { Card, Section } from "@rollcall/ui/card";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PersonDetail } from "./schema.ts";

/** The groups received beside the teams applied, so that a difference is seen at a glance. */
export function PersonTeams({ detail }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  return (
    <Section id="teams" title={t("teams")}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Card className="grid content-start gap-3 p-4 sm:p-5">
          <h3 className="font-medium text-sm">{t("teamsApplied")}</h3>
          <Applied teams={detail.teams} />
        </Card>
        <Card className="grid content-start gap-3 p-4 sm:p-5">
          <h3 className="font-medium text-sm">{t("received")}</h3>
          <Received detail={detail} />
        </Card>
      </div>
    </Section>
  );
}

function Applied({ teams }: { readonly teams: PersonDetail["teams"] }) {
  const t = useTranslations("users.detail");
  const roles = useTranslations("users.role");
  if (teams.length === 0) return <p className="text-muted-foreground text-sm">{t("noTeams")}</p>;
  return (
    <ul className="grid gap-2.5">
      {teams.map((team) => (
        <li key={team.id} className="grid gap-0.5 text-sm">
          <span className="flex flex-wrap items-center gap-2">
            <Link
              href={`/access/teams/${team.id}`}
              className="font-medium underline-offset-4 hover:underline"
            >
              {team.displayName}
            </Link>
            {team.grantsRole ? <Badge>{t("grants", { role: roles(team.grantsRole) })}</Badge> : null}
          </span>
          <span className="text-13 text-muted-foreground">
            {team.channels.map((channel) => t(`channel.${channel}`)).join(", ")} · <TimeAgo at={team.since} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Received({ detail: { person } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const { receivedGroups, receivedGroupsAt } = person;
  if (receivedGroups === null) return <p className="text-muted-foreground text-sm">{t("receivedNever")}</p>;
  return (
    <>
      {receivedGroups.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t("receivedEmpty")}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {receivedGroups.map((name) => (
            <li key={name} className="max-w-full break-words">
              <Badge>{name}</Badge>
            </li>
          ))}
        </ul>
      )}
      {receivedGroupsAt ? (
        <p className="text-13 text-muted-foreground">
          {t("receivedAt")} <TimeAgo at={receivedGroupsAt} />
        </p>
      ) : null}
    </>
  );
}

"use client";

import { Badge } from "@rollcall/ui/badge";
import { Card, Section } from "@rollcall/ui/card";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { activityAddress } from "~/features/activity/address.ts";
import { type ReceivedGroup, receivedGroups } from "./received-groups.ts";
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
  const format = useFormatter();
  if (teams.length === 0) return <p className="text-muted-foreground text-sm">{t("noTeams")}</p>;
  return (
    <ul className="grid gap-2.5">
      {teams.map((team) => (
        <li key={team.id} className="grid gap-0.5 text-sm">
          <span className="flex flex-wrap items-center gap-2">
            <Link
              href={`/access/teams/${team.id}`}
              className="tap wrap-anywhere font-medium underline-offset-4 hover:underline"
            >
              {team.displayName}
            </Link>
            {team.grantsRole ? <Badge>{t("grants", { role: roles(team.grantsRole) })}</Badge> : null}
          </span>
          <span className="text-13 text-muted-foreground">
            {format.list(team.channels.map((channel) => t(`channel.${channel}`)))} ·{" "}
            <TimeAgo at={team.since} />
          </span>
        </li>
      ))}
    </ul>
  );
}

const SAID = {
  none: "receivedNone",
  empty: "receivedEmpty",
  ignored: "receivedIgnored",
  stopped: "receivedStopped",
} as const;

function Received({ detail }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const { kind, groups } = receivedGroups(detail);
  return (
    <>
      {kind === "listed" ? null : <p className="text-muted-foreground text-sm">{t(SAID[kind])}</p>}
      {kind === "listed" || kind === "stopped" ? (
        <ul className="grid gap-1.5">
          {groups.map((group) => (
            <Group key={group.name} group={group} />
          ))}
        </ul>
      ) : null}
      <LastPayload detail={detail} stopped={kind === "stopped"} />
    </>
  );
}

/** A name as it was received; one that did not become a team of this person says so. */
function Group({ group: { name, applied } }: { readonly group: ReceivedGroup }) {
  const t = useTranslations("users.detail");
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="min-w-0 max-w-full break-words">
        <Badge>{name}</Badge>
      </span>
      {applied ? null : (
        <span className="inline-flex items-center gap-1 text-13 text-warn">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {t("notApplied")}
        </span>
      )}
    </li>
  );
}

function LastPayload({ detail, stopped }: { readonly detail: PersonDetail; readonly stopped: boolean }) {
  const t = useTranslations("users.detail");
  const { lastPayload, person } = detail;
  const received = stopped || lastPayload === null ? person.receivedGroupsAt : null;
  return (
    <p className="grid gap-0.5 text-13 text-muted-foreground">
      {received ? (
        <span>
          {t("receivedAt")} <TimeAgo at={received} />
        </span>
      ) : null}
      {lastPayload ? (
        <span>
          <Link
            className="tap underline decoration-input underline-offset-4 hover:text-foreground"
            href={activityAddress({ event: lastPayload.eventId })}
          >
            {t("lastPayload")}
          </Link>{" "}
          <TimeAgo at={lastPayload.at} />
        </span>
      ) : person.source === "scim" ? (
        <span>{t("noPayload")}</span>
      ) : null}
    </p>
  );
}

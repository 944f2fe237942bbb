"use client";

import type { DataColumn } from "@rollcall/ui/data-column";
import { StatusPill } from "@rollcall/ui/status-pill";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { AccountBadges } from "~/features/users/account-badges.tsx";
import type { TeamMember } from "./schema.ts";

/** The columns of a team's members. */
export function useMemberColumns(): DataColumn<TeamMember>[] {
  const t = useTranslations("teams.members");
  const status = useTranslations("users.status");
  const channel = useTranslations("users.detail.channel");
  const format = useFormatter();
  return [
    {
      id: "person",
      header: t("person"),
      cell: (member) => (
        <div className="grid min-w-0">
          <span className="flex min-w-0 flex-wrap items-center gap-x-2">
            <Link
              href={`/access/users/${member.id}`}
              className="tap min-w-0 wrap-anywhere font-medium underline-offset-4 hover:underline"
            >
              {member.name}
            </Link>
            <AccountBadges person={member} origin />
          </span>
          <span className="wrap-anywhere text-muted-foreground">{member.email}</span>
        </div>
      ),
    },
    {
      id: "status",
      header: t("status"),
      cell: (member) => (
        <StatusPill status={member.active ? "ok" : "off"}>
          {status(member.active ? "active" : "deactivated")}
        </StatusPill>
      ),
    },
    {
      id: "through",
      header: t("through"),
      cell: (member) => format.list(member.channels.map((each) => channel(each))),
    },
    { id: "since", header: t("since"), cell: (member) => <TimeAgo at={member.since} /> },
  ];
}

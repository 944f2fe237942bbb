"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { DataTable } from "@rollcall/ui/data-table";
import { Pagination } from "@rollcall/ui/pagination";
import { Loading } from "@rollcall/ui/skeleton";
import { StatusPill } from "@rollcall/ui/status-pill";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ListSearch } from "~/features/list/list-search.tsx";
import { LoadError } from "~/features/list/load-error.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { AddMembers } from "./add-members.tsx";
import { useMembers, useTeamAct } from "./queries.ts";
import { membershipReply, type TeamDetail, type TeamMember } from "./schema.ts";

const SIZE = 25;

/** Who is in the team and by which way; editable where the identity provider does not manage it. */
export function MembersCard({ detail: { team } }: { readonly detail: TeamDetail }) {
  const t = useTranslations("teams.members");
  const { may } = useConsole();
  const [view, setView] = useState({ q: "", page: 1 });
  const members = useMembers(team.id, view);
  const editable = !team.synced && may("teams.manage");
  const remove = useTeamAct(
    (userId: string) =>
      api.delete(`/api/console/teams/${team.id}/members`, membershipReply, { body: { userIds: [userId] } }),
    () => toast.success(t("removed")),
  );
  const columns = useMemberColumns();
  return (
    <Section
      id="members"
      title={t("title", { count: team.memberCount })}
      actions={editable ? <AddMembers teamId={team.id} /> : null}
    >
      {members.isError && !members.data ? (
        <LoadError error={members.error} onRetry={() => members.refetch()} retrying={members.isRefetching} />
      ) : (
        <div className="grid gap-2">
          {team.memberCount > SIZE || view.q ? (
            <ListSearch label={t("search")} value={view.q} onSearch={(q) => setView({ q, page: 1 })} />
          ) : null}
          {members.data?.total === 0 ? (
            <Card className="p-4 text-muted-foreground text-sm sm:p-5">
              {view.q ? t("noMatch") : t("empty")}
            </Card>
          ) : members.isPending ? (
            <Loading
              loading
              placeholder={<TableSkeleton columns={4} rows={Math.min(SIZE, team.memberCount)} />}
            >
              {null}
            </Loading>
          ) : (
            <DataTable
              label={t("label")}
              columns={columns}
              rows={members.data?.members ?? []}
              rowId={(member) => member.id}
              {...(editable
                ? {
                    rowActionsLabel: t("actions"),
                    rowActions: (member: TeamMember) => (
                      <Button
                        size="sm"
                        variant="ghost"
                        aria-label={t("removeNamed", { name: member.name })}
                        onClick={() =>
                          remove.mutate(member.id, { onError: (error) => toast.error(failureText(error)) })
                        }
                      >
                        {t("remove")}
                      </Button>
                    ),
                  }
                : {})}
            />
          )}
          {(members.data?.total ?? 0) > SIZE ? (
            <Pagination
              page={view.page}
              size={SIZE}
              total={members.data?.total ?? 0}
              onPage={(page) => setView({ ...view, page })}
            />
          ) : null}
        </div>
      )}
    </Section>
  );
}

function useMemberColumns() {
  const t = useTranslations("teams.members");
  const status = useTranslations("users.status");
  const channel = useTranslations("users.detail.channel");
  return [
    {
      id: "person",
      header: t("person"),
      cell: (member: TeamMember) => (
        <div className="grid min-w-0">
          <Link
            href={`/access/users/${member.id}`}
            className="break-words font-medium underline-offset-4 hover:underline"
          >
            {member.name}
          </Link>
          <span className="wrap-anywhere text-muted-foreground">{member.email}</span>
        </div>
      ),
    },
    {
      id: "status",
      header: t("status"),
      cell: (member: TeamMember) => (
        <StatusPill status={member.active ? "ok" : "off"}>
          {status(member.active ? "active" : "deactivated")}
        </StatusPill>
      ),
    },
    {
      id: "through",
      header: t("through"),
      cell: (member: TeamMember) => member.channels.map((each) => channel(each)).join(", "),
    },
    { id: "since", header: t("since"), cell: (member: TeamMember) => <TimeAgo at={member.since} /> },
  ];
}

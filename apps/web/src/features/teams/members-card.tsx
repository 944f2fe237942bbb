"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { DataTable } from "@rollcall/ui/data-table";
import { Pagination } from "@rollcall/ui/pagination";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { focusAfterRemoval } from "~/features/list/focus-after-removal.ts";
import { ListSearch } from "~/features/list/list-search.tsx";
import { LoadError } from "~/features/list/load-error.tsx";
import { UpdatesWaiting } from "~/features/list/updates-waiting.tsx";
import { rowsKey, type SteadyRows, useSteadyRows } from "~/features/list/use-steady-rows.ts";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { AddMembers } from "./add-members.tsx";
import { useMemberColumns } from "./member-columns.tsx";
import { useMembers, useTeamAct } from "./queries.ts";
import { membershipReply, type TeamDetail, type TeamMember } from "./schema.ts";

const SIZE = 25;
const NOBODY: readonly TeamMember[] = [];
const idOf = (member: TeamMember) => member.id;

/** Who is in the team and by which way; editable where the identity provider does not manage it. */
export function MembersCard({ detail: { team } }: { readonly detail: TeamDetail }) {
  const t = useTranslations("teams.members");
  const { may } = useConsole();
  const [view, setView] = useState({ q: "", page: 1 });
  const members = useMembers(team.id, view);
  const steady = useSteadyRows(
    members.data?.members ?? NOBODY,
    rowsKey(view, members.isPlaceholderData),
    idOf,
  );
  const editable = !team.synced && may("teams.manage");
  return (
    <Section
      id="members"
      title={t("title", { count: team.memberCount })}
      actions={editable ? <AddMembers teamId={team.id} onAdded={steady.showNext} /> : null}
    >
      {members.isError && !members.data ? (
        <LoadError error={members.error} onRetry={() => members.refetch()} retrying={members.isRefetching} />
      ) : (
        <div className="grid gap-2">
          {team.memberCount > SIZE || view.q ? (
            <ListSearch label={t("search")} value={view.q} onSearch={(q) => setView({ q, page: 1 })} />
          ) : null}
          <Loading
            loading={members.isPending}
            placeholder={<TableSkeleton columns={4} rows={Math.min(SIZE, team.memberCount)} />}
          >
            {members.data?.total === 0 ? (
              <Card className="p-4 text-muted-foreground text-sm sm:p-5">
                {view.q ? t("noMatch") : t("empty")}
              </Card>
            ) : (
              <MembersTable teamId={team.id} steady={steady} editable={editable} />
            )}
          </Loading>
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

interface MembersTableProps {
  readonly teamId: string;
  readonly steady: SteadyRows<TeamMember>;
  readonly editable: boolean;
}

function MembersTable({ teamId, steady, editable }: MembersTableProps) {
  const t = useTranslations("teams.members");
  const columns = useMemberColumns();
  const report = useReportFailure();
  const list = useRef<HTMLDivElement>(null);
  const remove = useTeamAct(
    async (userId: string) => {
      await api.delete(`/api/console/teams/${teamId}/members`, membershipReply, {
        body: { userIds: [userId] },
      });
      return userId;
    },
    (userId) => {
      focusAfterRemoval(list.current, [userId]);
      steady.remove([userId]);
      toast.success(t("removed"));
    },
    report,
  );
  return (
    <div ref={list} className="relative" {...steady.holders}>
      <UpdatesWaiting count={steady.waiting} onShow={steady.showAll} />
      <DataTable
        label={t("label")}
        columns={columns}
        rows={steady.rows}
        rowId={idOf}
        {...(editable
          ? {
              rowActionsLabel: t("actions"),
              rowActions: (member: TeamMember) => (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={t("removeNamed", { name: member.name })}
                  onClick={() => remove.mutate(member.id)}
                >
                  {t("remove")}
                </Button>
              ),
            }
          : {})}
      />
    </div>
  );
}

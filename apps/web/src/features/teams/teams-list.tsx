"use client";

import { TEAM_SORTS } from "@rollcall/directory/teams/teams-query";
import type { DataColumn } from "@rollcall/ui/data-column";
import { DataTable } from "@rollcall/ui/data-table";
import { Pagination } from "@rollcall/ui/pagination";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { focusAfterRemoval } from "~/features/list/focus-after-removal.ts";
import { LoadError } from "~/features/list/load-error.tsx";
import { UpdatesWaiting } from "~/features/list/updates-waiting.tsx";
import { rememberRow, useReturnFocus } from "~/features/list/use-return-focus.ts";
import { rowsKey, useSteadyRows } from "~/features/list/use-steady-rows.ts";
import { useConsole } from "~/features/shell/console-context.tsx";
import { BulkDelete } from "./bulk-delete.tsx";
import { GroupsNotice } from "./groups-notice.tsx";
import { NoTeams } from "./no-teams.tsx";
import type { useTeams } from "./queries.ts";
import type { TeamRow } from "./schema.ts";
import { TeamMenu } from "./team-menu.tsx";
import type { TeamsView } from "./view.ts";

export interface TeamsListProps {
  readonly view: TeamsView;
  readonly teams: ReturnType<typeof useTeams>;
  readonly columns: readonly DataColumn<TeamRow>[];
  readonly hidden: readonly string[];
}

const NONE: readonly TeamRow[] = [];
const idOf = (team: TeamRow) => team.id;

/** The table of teams with its pages; or why it is empty. */
export function TeamsList({ view: { view, setView, filtered }, teams, columns, hidden }: TeamsListProps) {
  const t = useTranslations("teams");
  const router = useRouter();
  const { may } = useConsole();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const steady = useSteadyRows(teams.data?.teams ?? NONE, rowsKey(view, teams.isPlaceholderData), idOf);
  useReturnFocus(teams.isSuccess);
  if (teams.isError && !teams.data) {
    return <LoadError error={teams.error} onRetry={() => teams.refetch()} retrying={teams.isRefetching} />;
  }
  const { data } = teams;
  const gone = (ids: readonly string[]) => {
    focusAfterRemoval(list.current, ids);
    steady.remove(ids);
    setSelected(new Set());
  };
  const open = (team: TeamRow) => {
    rememberRow(team.id);
    router.push(`/access/teams/${team.id}`);
  };
  // Only left-over teams without members are deleted in bulk, and only where they are all that is shown.
  const bulk = view.health === "stale" && may("teams.manage");
  return (
    <Loading loading={teams.isPending} placeholder={<TableSkeleton columns={6} />}>
      <div ref={list} className="relative grid gap-2" {...steady.holders}>
        {data ? <GroupsNotice page={data} /> : null}
        {data?.total === 0 ? (
          <NoTeams
            page={data}
            filtered={filtered}
            onClear={() => setView({ q: null, health: null, page: null })}
          />
        ) : (
          <>
            <UpdatesWaiting count={steady.waiting} onShow={steady.showAll} />
            <DataTable
              label={t("title")}
              columns={columns}
              rows={steady.rows}
              rowId={idOf}
              hidden={hidden}
              sort={{ column: view.sort, direction: view.desc ? "desc" : "asc" }}
              onSort={({ column, direction }) => {
                const sort = TEAM_SORTS.find((each) => each === column);
                if (sort) setView({ sort, desc: direction === "desc", page: null });
              }}
              selection={
                bulk
                  ? {
                      selected,
                      onChange: setSelected,
                      labelFor: (team) => t("select", { name: team.displayName }),
                    }
                  : undefined
              }
              onRowPress={open}
              rowActions={(team) => (
                <TeamMenu
                  team={team}
                  provider={data?.provider ?? ""}
                  onDeleted={() => gone([team.id])}
                  onKept={() => (view.health === "stale" ? gone([team.id]) : undefined)}
                  onRestored={steady.showNext}
                />
              )}
              rowActionsLabel={t("actions.label")}
              refreshing={teams.isPlaceholderData}
            />
            {bulk ? (
              <BulkDelete
                teams={steady.rows.filter((team) => selected.has(team.id))}
                onClear={() => setSelected(new Set())}
                onDeleted={gone}
                onRestored={steady.showNext}
              />
            ) : null}
            <Pagination
              page={view.page}
              size={view.size}
              total={data?.total ?? 0}
              onPage={(page) => setView({ page })}
              onSize={(size) => setView({ size, page: null })}
            />
          </>
        )}
      </div>
    </Loading>
  );
}

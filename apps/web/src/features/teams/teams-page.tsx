"use client";

import { TEAM_PRESETS } from "@rollcall/directory/teams/teams-query";
import { ColumnMenu } from "@rollcall/ui/column-menu";
import { ClearFilters, FilterBar, Presets } from "@rollcall/ui/filter-bar";
import { PageHeader } from "@rollcall/ui/page-header";
import { useTranslations } from "next-intl";
import { ExportButton } from "~/features/list/export-button.tsx";
import { IgnoredFilters } from "~/features/list/ignored-filters.tsx";
import { ListSearch } from "~/features/list/list-search.tsx";
import { useExistingPage } from "~/features/list/use-existing-page.ts";
import { useHiddenColumns } from "~/features/list/use-hidden-columns.ts";
import { useColumns } from "./columns.tsx";
import { CreateTeam } from "./create-team.tsx";
import { useTeams } from "./queries.ts";
import type { TeamsPage as TeamsData } from "./schema.ts";
import { TeamsList } from "./teams-list.tsx";
import { CLEARED, teamsView, useTeamsView } from "./view.ts";

export interface TeamsPageProps {
  /** What the page says above its rows, which come after it. */
  readonly initial: Pick<TeamsData, "counts" | "provider"> | undefined;
}

/** Access → Teams: from roles and by hand, and which of them may be left over. */
export function TeamsPage({ initial }: TeamsPageProps) {
  const t = useTranslations("teams");
  const view = useTeamsView();
  const teams = useTeams(view);
  const { counts, provider = "" } = teams.data ?? initial ?? {};
  const columns = useColumns(provider);
  const { hidden, setHidden, parsers } = useHiddenColumns("teams", columns);
  const { setView, filtered } = view;
  const missingPage = useExistingPage({
    ...view.view,
    total: teams.isPlaceholderData ? undefined : teams.data?.total,
    onPage: (page) => setView({ page }, { history: "replace" }),
  });
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} description={t("description")} actions={<CreateTeam />} />
      <div className="grid gap-3">
        <Presets
          label={t("presets.label")}
          value={view.view.health}
          presets={TEAM_PRESETS.map((value) => ({
            value,
            label: t(`presets.${value}`, { provider }),
            count: counts?.[value],
          }))}
          onValueChange={(health) => setView({ health, page: null })}
        />
        <FilterBar
          end={
            <>
              <ColumnMenu columns={columns} hidden={hidden} onHiddenChange={setHidden} />
              <ExportButton
                path="/api/console/teams/export"
                filter={view.filter}
                fileName="rollcall-teams.csv"
              />
            </>
          }
        >
          <ListSearch
            label={t("search")}
            value={view.view.q}
            onSearch={(q) => setView({ q, page: null }, { history: "replace" })}
          />
          {filtered ? <ClearFilters label={t("clear")} onClear={() => setView(CLEARED)} /> : null}
        </FilterBar>
        <IgnoredFilters parsers={{ ...teamsView, ...parsers }} missingPage={missingPage} />
        <TeamsList view={view} teams={teams} columns={columns} hidden={hidden} />
      </div>
    </div>
  );
}

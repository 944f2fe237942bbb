"use client";

import { PEOPLE_STATUSES, PERSON_SOURCES } from "@rollcall/directory/people/people-query";
import { Checkbox } from "@rollcall/ui/checkbox";
import { ClearFilters, FilterBar, FilterChoice } from "@rollcall/ui/filter-bar";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ListSearch } from "~/features/list/list-search.tsx";
import { TeamFilter } from "./team-filter.tsx";
import { CLEARED, type UsersView } from "./view.ts";

export interface UsersFiltersProps extends UsersView {
  readonly provider: string;
  readonly end: ReactNode;
}

/** Search, status, source, team and "has a problem". Each change goes back to the first page. */
export function UsersFilters({ view, setView, filtered, provider, end }: UsersFiltersProps) {
  const t = useTranslations("users.filters");
  const sources = useTranslations("ui.source");
  return (
    <FilterBar end={end}>
      <ListSearch
        label={t("search")}
        value={view.q}
        onSearch={(q) => setView({ q, page: null }, { history: "replace" })}
      />
      <FilterChoice
        label={t("status")}
        neutral="active"
        value={view.status}
        options={PEOPLE_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        onValueChange={(status) => setView({ status, page: null })}
      />
      <FilterChoice
        label={t("source")}
        neutral="any"
        value={view.source ?? "any"}
        options={[
          { value: "any", label: t("any") },
          ...PERSON_SOURCES.map((value) => ({ value, label: sources(value, { provider }) })),
        ]}
        onValueChange={(source) => setView({ source: source === "any" ? null : source, page: null })}
      />
      <TeamFilter value={view.team} onChange={(team) => setView({ team, page: null })} />
      <Checkbox checked={view.problem} onCheckedChange={(problem) => setView({ problem, page: null })}>
        {t("problem")}
      </Checkbox>
      {filtered ? <ClearFilters label={t("clear")} onClear={() => setView(CLEARED)} /> : null}
    </FilterBar>
  );
}

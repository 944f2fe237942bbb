import { TEAM_PRESETS, TEAM_SORTS } from "@rollcall/directory/teams/teams-query";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseAsPage, parseAsPageSize } from "~/features/list/paging.ts";
import { parseAsFlag, parseAsSearch } from "~/features/list/parsers.ts";

/** The list of teams in the address; `health` names the preset, so that `?health=stale` can be linked to. */
export const teamsView = {
  q: parseAsSearch.withDefault(""),
  health: parseAsStringLiteral(TEAM_PRESETS).withDefault("all"),
  sort: parseAsStringLiteral(TEAM_SORTS).withDefault("name"),
  desc: parseAsFlag.withDefault(false),
  page: parseAsPage.withDefault(1),
  size: parseAsPageSize.withDefault(25),
};

/** The view with the filter as the API takes it. */
export function useTeamsView() {
  const [view, setView] = useQueryStates(teamsView, { history: "push", clearOnDefault: true });
  const filter = { q: view.q, preset: view.health };
  return { view, setView, filter, filtered: view.q !== "" || view.health !== "all" };
}

export type TeamsView = ReturnType<typeof useTeamsView>;

export const CLEARED = { q: null, health: null, page: null } as const;

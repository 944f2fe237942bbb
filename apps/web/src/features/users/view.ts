import { PEOPLE_SORTS, PEOPLE_STATUSES, PERSON_SOURCES } from "@rollcall/directory/people/people-query";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseAsPage, parseAsPageSize } from "~/features/list/paging.ts";
import { parseAsFlag, parseAsId, parseAsSearch } from "~/features/list/parsers.ts";

/** The list of people in the address: what a colleague sees who opens it. */
export const usersView = {
  q: parseAsSearch.withDefault(""),
  status: parseAsStringLiteral(PEOPLE_STATUSES).withDefault("active"),
  source: parseAsStringLiteral(PERSON_SOURCES),
  team: parseAsId,
  problem: parseAsFlag.withDefault(false),
  sort: parseAsStringLiteral(PEOPLE_SORTS).withDefault("name"),
  desc: parseAsFlag.withDefault(false),
  page: parseAsPage.withDefault(1),
  size: parseAsPageSize.withDefault(25),
};

/** Filters and pages make steps of the browser's history, typing does not. */
export function useUsersView() {
  const [view, setView] = useQueryStates(usersView, { history: "push", clearOnDefault: true });
  const filter = {
    q: view.q,
    status: view.status,
    ...(view.source && { source: view.source }),
    ...(view.team && { team: view.team }),
    ...(view.problem && { problem: "true" }),
  };
  const filtered = Boolean(view.q || view.source || view.team || view.problem || view.status !== "active");
  return { view, setView, filter, filtered };
}

export type UsersView = ReturnType<typeof useUsersView>;

/** Takes every filter away and goes to the first page. */
export const CLEARED = {
  q: null,
  status: null,
  source: null,
  team: null,
  problem: null,
  page: null,
} as const;

import type { TeamRow } from "@rollcall/directory/teams/team";
import type { CsvColumn } from "~/lib/csv.ts";

/** The columns of an export of teams. Headers are for programs and stay English. */
export const teamsColumns: readonly CsvColumn<TeamRow>[] = [
  { header: "id", value: (team) => team.id },
  { header: "team", value: (team) => team.displayName },
  { header: "name", value: (team) => team.name },
  { header: "description", value: (team) => team.description },
  { header: "source", value: (team) => team.source },
  { header: "members", value: (team) => team.memberCount },
  { header: "grants_role", value: (team) => team.grantsRole },
  { header: "health", value: (team) => team.health },
  { header: "last_touched_utc", value: (team) => team.lastTouchedAt },
];

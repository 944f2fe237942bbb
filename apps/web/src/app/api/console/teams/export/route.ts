import { exportTeams } from "@rollcall/directory/teams/export-teams";
import { teamsFilterSchema } from "~/features/teams/schema.ts";
import { teamsColumns } from "~/features/teams/teams-csv.ts";
import { csvResponse, toCsv } from "~/lib/csv.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";

/** The current filter as a file. POST, because it is written into the audit log. */
export const POST = consoleRoute({ permission: "teams.read", body: teamsFilterSchema }, async (context) => {
  const { q: search, preset } = context.body;
  const teams = await exportTeams(context.db, actContext(context), { search, preset });
  return csvResponse("rollcall-teams.csv", toCsv(teamsColumns, teams));
});

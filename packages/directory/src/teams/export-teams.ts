import { type Database, transaction } from "@rollcall/db";
import type { ActContext } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { listTeams } from "./list-teams.ts";
import type { TeamRow } from "./team.ts";
import type { TeamsFilter } from "./teams-query.ts";

/** The most teams that one export holds. */
export const TEAMS_EXPORT_LIMIT = 20_000;

/** Teams of a filter for a file, by name. That it was taken, and with which filter, is audited. */
export async function exportTeams(
  db: Database,
  { tenantId, actor, ip }: ActContext,
  filter: TeamsFilter,
): Promise<readonly TeamRow[]> {
  const query = { ...filter, sort: "name" as const, descending: false, page: 1, size: TEAMS_EXPORT_LIMIT };
  const { teams } = await listTeams(db, tenantId, query);
  await transaction(db, (client) =>
    recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "teams.exported",
      target: { type: "teams" },
      after: { rows: teams.length, filter },
    }),
  );
  return teams;
}

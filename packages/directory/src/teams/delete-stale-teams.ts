import type { Database } from "@rollcall/db";
import type { PoolClient } from "pg";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { bulkConfirmation } from "./bulk-confirmation.ts";
import { removeTeam, type TeamDeletion } from "./delete-team.ts";
import { lockTeam } from "./locked-team.ts";
import { HEALTH_JOINS, rejectedGroups, TEAM_HEALTH } from "./team-health-sql.ts";

export type BulkDeletionRefusal =
  /** One of them has members, or does not look left over (any more). Nothing was deleted. */
  "team.not_stale" | "team.confirmation_wrong" | "user.last_admin";

/** Deletes left-over teams without members: all of them or, when one no longer qualifies, none. */
export function deleteStaleTeams(
  db: Database,
  context: ActContext,
  teamIds: readonly string[],
  confirmation: string,
): Promise<Outcome<readonly TeamDeletion[], BulkDeletionRefusal>> {
  return act<readonly TeamDeletion[], BulkDeletionRefusal>(db, async ({ client, refuse }) => {
    const ids = [...new Set(teamIds)].sort();
    if (confirmation.trim() !== bulkConfirmation(ids.length)) return refuse("team.confirmation_wrong");
    const deletions: TeamDeletion[] = [];
    for (const id of ids) {
      const team = await lockTeam(client, context.tenantId, id);
      if (team === undefined) return refuse("team.not_stale", { name: id });
      const stale = team.memberCount === 0 && (await looksLeftOver(client, context.tenantId, id));
      if (!stale) return refuse("team.not_stale", { name: team.displayName });
      deletions.push(await removeTeam(client, context, team));
    }
    if (!(await hasAdmin(client, context.tenantId))) return refuse("user.last_admin");
    return deletions;
  });
}

async function looksLeftOver(client: PoolClient, tenantId: string, teamId: string): Promise<boolean> {
  const { rows } = await client.query<{ health: string }>(
    `WITH ${rejectedGroups("$1")} SELECT ${TEAM_HEALTH} AS health FROM "Team" t ${HEALTH_JOINS}
     WHERE t."tenantId" = $1 AND t."id" = $2`,
    [tenantId, teamId],
  );
  return rows[0]?.health === "possibly_stale";
}

import type { Database } from "@rollcall/db";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { lockTeam, teamTarget } from "./locked-team.ts";

export const KEEP_DAYS = 30;

/** Stops asking about a team that looks left over, for 30 days. */
export function keepTeam(
  db: Database,
  context: ActContext,
  teamId: string,
): Promise<Outcome<{ readonly until: Date }, "team.not_found">> {
  return act<{ readonly until: Date }, "team.not_found">(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const team = await lockTeam(client, tenantId, teamId);
    if (team === undefined) return refuse("team.not_found");
    const { rows } = await client.query<{ until: Date }>(
      `UPDATE "Team" SET "keptUntil" = now() + make_interval(days => $3), "keptByName" = $4
       WHERE "tenantId" = $1 AND "id" = $2 RETURNING "keptUntil" AS until`,
      [tenantId, teamId, KEEP_DAYS, actor.name],
    );
    const kept = rows[0];
    if (kept === undefined) return refuse("team.not_found");
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "team.kept",
      target: teamTarget(team),
      after: { keptUntil: kept.until.toISOString() },
    });
    return kept;
  });
}

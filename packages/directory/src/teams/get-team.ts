import type { Database } from "@rollcall/db";
import { SCIM_LISTENS } from "./locked-team.ts";
import type { TeamRow } from "./team.ts";
import { HEALTH_JOINS, rejectedGroups, TEAM_EVIDENCE, TEAM_HEALTH } from "./team-health-sql.ts";

/** A team by itself. */
export interface Team extends TeamRow {
  readonly externalId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly lastNonEmptyAt: Date | null;
  readonly keptByName: string | null;
  /** The identity provider manages name and members now: it sent the team, and SCIM is on. */
  readonly synced: boolean;
  /** People by the way in which they are members; one person may count in several. */
  readonly through: { readonly group: number; readonly attribute: number; readonly manual: number };
}

/** @returns undefined when the tenant has no such team. */
export async function getTeam(db: Database, tenantId: string, teamId: string): Promise<Team | undefined> {
  const { rows } = await db.pool.query<Team>(
    `WITH ${rejectedGroups("$1")}
     SELECT t."id", t."displayName", t."name", t."description", t."source", t."grantsRole", t."externalId", t."version",
            t."createdAt", t."lastTouchedAt", t."lastNonEmptyAt", t."keptUntil", t."keptByName",
            t."source" = 'scim' AND ${SCIM_LISTENS} AS "synced",
            ${TEAM_HEALTH} AS "health", ${TEAM_EVIDENCE} AS "evidence", counted."memberCount", counted."through"
     FROM "Team" t ${HEALTH_JOINS}
     CROSS JOIN LATERAL (
       SELECT count(DISTINCT m."userId")::int AS "memberCount", json_build_object(
         'group', count(*) FILTER (WHERE m."channel" = 'group'),
         'attribute', count(*) FILTER (WHERE m."channel" = 'attribute'),
         'manual', count(*) FILTER (WHERE m."channel" = 'manual')) AS "through"
       FROM "Membership" m WHERE m."tenantId" = t."tenantId" AND m."teamId" = t."id"
     ) counted
     WHERE t."tenantId" = $1 AND t."id" = $2`,
    [tenantId, teamId],
  );
  return rows[0];
}

import type { ClientBase } from "pg";
import type { TenantRole } from "../accounts/effective-role.ts";
import type { TeamSource } from "./team.ts";

/** What an act on a team needs to know of it. */
export interface LockedTeam {
  readonly id: string;
  readonly displayName: string;
  readonly name: string;
  readonly description: string | null;
  readonly source: TeamSource;
  readonly grantsRole: TenantRole | null;
  readonly version: number;
  readonly memberCount: number;
  /** Whether the identity provider is being listened to: SCIM is switched on. */
  readonly synced: boolean;
}

/** Reads a team and keeps every other writer away from it until the transaction ends. */
export async function lockTeam(
  client: ClientBase,
  tenantId: string,
  id: string,
): Promise<LockedTeam | undefined> {
  const { rows } = await client.query<LockedTeam>(
    `SELECT t."id", t."displayName", t."name", t."description", t."source", t."grantsRole", t."version",
            (SELECT count(DISTINCT m."userId")::int FROM "Membership" m
             WHERE m."tenantId" = t."tenantId" AND m."teamId" = t."id") AS "memberCount",
            t."source" = 'scim' AND ${SCIM_LISTENS} AS "synced"
     FROM "Team" t WHERE t."tenantId" = $1 AND t."id" = $2 FOR UPDATE OF t`,
    [tenantId, id],
  );
  return rows[0];
}

/** SCIM is the mode and is switched on. Expects the team's row as `t`. */
export const SCIM_LISTENS = `EXISTS (SELECT 1 FROM "Connection" c
  WHERE c."tenantId" = t."tenantId" AND c."enabled" AND c."mode" = 'scim')`;

/** The target of an audit entry about a team. */
export function teamTarget(team: Pick<LockedTeam, "id" | "displayName">) {
  return { type: "team", id: team.id, name: team.displayName };
}

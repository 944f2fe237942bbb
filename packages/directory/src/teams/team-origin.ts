import type { Database } from "@rollcall/db";

/** The last request that carried a team: a write of the group, or of a person whose `groups` value named it. */
export interface TeamOrigin {
  readonly firstSeen: Date;
  readonly last: {
    readonly eventId: string;
    readonly at: Date;
    readonly method: string;
    readonly path: string;
    readonly through: "group" | "attribute";
    readonly subject: string | null;
  } | null;
  /** People whose last `groups` value named the team. */
  readonly carriers: number;
}

const LAST = `
  SELECT * FROM (
    (SELECT e."id" AS "eventId", e."at", e."method", e."path", 'group' AS "through", e."subject"
     FROM "ProvisioningEvent" e
     WHERE e."tenantId" = $1 AND e."resourceId" = $2 AND e."outcome" IN ('applied', 'no_change')
     ORDER BY e."id" DESC LIMIT 1)
    UNION ALL
    (SELECT e."id", e."at", e."method", e."path", 'attribute', e."subject"
     FROM (SELECT u."tenantId", u."id" FROM "Membership" m
           JOIN "User" u ON u."tenantId" = m."tenantId" AND u."id" = m."userId"
           WHERE m."tenantId" = $1 AND m."teamId" = $2 AND m."channel" = 'attribute'
           ORDER BY u."receivedGroupsAt" DESC NULLS LAST LIMIT 1) carrier
     JOIN "ProvisioningEvent" e ON e."tenantId" = carrier."tenantId" AND e."resourceId" = carrier."id"
     WHERE e."groupsValue" IS NOT NULL AND e."groupsValue" NOT IN ('absent', 'empty')
       AND e."outcome" IN ('applied', 'no_change')
     ORDER BY e."id" DESC LIMIT 1)
  ) carried ORDER BY "eventId" DESC LIMIT 1`;

/** Where a synced team comes from, in requests. @returns undefined when there is no such team */
export async function teamOrigin(
  db: Database,
  tenantId: string,
  teamId: string,
): Promise<TeamOrigin | undefined> {
  const [team, last] = await Promise.all([
    db.pool.query<{ firstSeen: Date; carriers: number }>(
      `SELECT t."createdAt" AS "firstSeen",
              (SELECT count(*)::int FROM "Membership" m WHERE m."tenantId" = t."tenantId" AND m."teamId" = t."id"
                 AND m."channel" = 'attribute') AS "carriers"
       FROM "Team" t WHERE t."tenantId" = $1 AND t."id" = $2`,
      [tenantId, teamId],
    ),
    db.pool.query<NonNullable<TeamOrigin["last"]>>(LAST, [tenantId, teamId]),
  ]);
  const found = team.rows[0];
  return found && { ...found, last: last.rows[0] ?? null };
}

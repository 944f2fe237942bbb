import type { Database } from "@rollcall/db";

/** How much of the directory the identity provider keeps. */
export interface DirectoryCounts {
  readonly people: number;
  readonly activePeople: number;
  readonly teams: number;
  readonly firstPersonAt: Date | null;
  readonly firstTeamAt: Date | null;
}

/** Counts what came from the identity provider. The firsts are found by id, which sorts by time of creation. */
export async function readCounts(db: Database, tenantId: string): Promise<DirectoryCounts> {
  const { rows } = await db.pool.query<DirectoryCounts>(
    `SELECT people.*, teams.*,
       (SELECT "createdAt" FROM "User"
         WHERE "tenantId" = $1 AND "scimState" <> 'none' ORDER BY id LIMIT 1) AS "firstPersonAt",
       (SELECT "createdAt" FROM "Team"
         WHERE "tenantId" = $1 AND source = 'scim' ORDER BY id LIMIT 1) AS "firstTeamAt"
     FROM (SELECT count(*)::int AS people, (count(*) FILTER (WHERE active))::int AS "activePeople"
             FROM "User" WHERE "tenantId" = $1 AND "scimState" <> 'none') people,
          (SELECT count(*)::int AS teams FROM "Team" WHERE "tenantId" = $1 AND source = 'scim') teams`,
    [tenantId],
  );
  return rows[0] ?? { people: 0, activePeople: 0, teams: 0, firstPersonAt: null, firstTeamAt: null };
}

import type { Database } from "@rollcall/db";

/** How much of the directory the identity provider keeps. */
export interface DirectoryCounts {
  readonly people: number;
  readonly activePeople: number;
  readonly teams: number;
  readonly firstPersonAt: Date | null;
  readonly firstTeamAt: Date | null;
}

export async function readCounts(db: Database, tenantId: string): Promise<DirectoryCounts> {
  const { rows } = await db.pool.query<DirectoryCounts>(
    `SELECT people.*, teams.* FROM
       (SELECT count(*)::int AS people, (count(*) FILTER (WHERE active))::int AS "activePeople",
               min("createdAt") AS "firstPersonAt"
          FROM "User" WHERE "tenantId" = $1 AND "scimState" <> 'none') people,
       (SELECT count(*)::int AS teams, min("createdAt") AS "firstTeamAt"
          FROM "Team" WHERE "tenantId" = $1 AND source = 'scim') teams`,
    [tenantId],
  );
  return rows[0] ?? { people: 0, activePeople: 0, teams: 0, firstPersonAt: null, firstTeamAt: null };
}

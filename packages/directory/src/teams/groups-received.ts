import type { Database } from "@rollcall/db";

/** How many provisioned people there are, and whose last payloads carried a `groups` value with something in it. */
export interface GroupsReceived {
  readonly people: number;
  readonly withGroups: number;
}

/** Of the people changed last: enough to tell a missing parameter from a missing role. */
const LAST = 200;

export async function groupsReceived(db: Database, tenantId: string): Promise<GroupsReceived> {
  const { rows } = await db.pool.query<GroupsReceived>(
    `SELECT count(*)::int AS "people",
            (count(*) FILTER (WHERE jsonb_typeof("receivedGroups") = 'array' AND jsonb_array_length("receivedGroups") > 0))::int AS "withGroups"
     FROM (SELECT "receivedGroups" FROM "User" WHERE "tenantId" = $1 AND "scimState" = 'live' AND "active"
           ORDER BY "id" DESC LIMIT ${LAST}) last`,
    [tenantId],
  );
  return rows[0] ?? { people: 0, withGroups: 0 };
}

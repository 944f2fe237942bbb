import type { Database } from "@rollcall/db";
import { escapeLike } from "../sql/parameters.ts";

export interface TeamOption {
  readonly id: string;
  readonly name: string;
}

const MOST = 50;

/**
 * Teams to choose from, by name, at most 50.
 *
 * @param id The team chosen already: it is the only one returned, whatever the search.
 */
export async function teamOptions(
  db: Database,
  tenantId: string,
  search: string,
  id?: string | undefined,
): Promise<TeamOption[]> {
  const { rows } = await db.pool.query<TeamOption>(
    `SELECT "id", "displayName" AS "name" FROM "Team"
     WHERE "tenantId" = $1 AND CASE WHEN $3::uuid IS NULL THEN "searchText" LIKE $2 ELSE "id" = $3 END
     ORDER BY lower("displayName"), "id" LIMIT ${MOST}`,
    [tenantId, `%${escapeLike(search.trim().toLowerCase())}%`, id ?? null],
  );
  return rows;
}

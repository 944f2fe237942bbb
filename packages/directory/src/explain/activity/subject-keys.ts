import type { Database } from "@rollcall/db";
import { matchKey } from "../../policies/match-key.ts";

const FOUND_PER_KIND = 50;

/** `text` as a pattern that matches it anywhere, with `%`, `_` and `\` standing for themselves. */
export function anywhere(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
}

/**
 * The keys by which events know what an admin may be looking for: the text itself, and the ids of the people and teams
 * whose name, address or id contains it. Part of a name thus finds events without reading the events' text.
 */
export async function searchKeys(db: Database, tenantId: string, text: string): Promise<string[]> {
  const own = matchKey(text.trim());
  const { rows } = await db.pool.query<{ key: string }>(
    `(SELECT "id"::text AS "key" FROM "User" WHERE "tenantId" = $1 AND "searchText" LIKE $2 LIMIT ${FOUND_PER_KIND})
     UNION ALL
     (SELECT "id"::text FROM "Team" WHERE "tenantId" = $1 AND "searchText" LIKE $2 LIMIT ${FOUND_PER_KIND})`,
    [tenantId, anywhere(text.trim())],
  );
  return [own, ...rows.map((row) => row.key)];
}

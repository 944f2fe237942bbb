import type { Database } from "@rollcall/db";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { PERSON_NAME } from "../people/person-sql.ts";

/** Names of active admins, earliest first, for people who need one. */
export async function adminNames(db: Database, tenantId: string, limit: number): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT ${PERSON_NAME} AS name
       FROM "User" u
      WHERE u."tenantId" = $1 AND u.active AND ${effectiveRoleSql("u")} = 'admin'
      ORDER BY u.id LIMIT $2`,
    [tenantId, limit],
  );
  return rows.map((row) => row.name);
}

import type { ReasonCode } from "../reason.ts";
import type { Refusal } from "./read-refusals.ts";
import type { Scope } from "./scope.ts";

/** The local account or the manual team of the name that was refused: what is to be linked or adopted. */
const IN_THE_WAY: Partial<Record<ReasonCode, string>> = {
  "user.local_conflict": `
    SELECT "id" FROM "User" WHERE "tenantId" = $1 AND "scimState" = 'none'
      AND ("userNameKey" = ANY ($2) OR "emailKey" = ANY ($2)) ORDER BY "id" LIMIT 1`,
  "group.manual_clash": `
    SELECT "id" FROM "Team" WHERE "tenantId" = $1 AND "source" = 'manual'
      AND "displayNameKey" = ANY ($2) ORDER BY "id" LIMIT 1`,
};

/** The id of what stands in a refusal's way; null when nothing does, or no longer. */
export async function inTheWay(
  { db, tenantId }: Pick<Scope, "db" | "tenantId">,
  code: ReasonCode,
  refusal: Refusal | undefined,
): Promise<string | null> {
  const sql = IN_THE_WAY[code];
  if (sql === undefined || refusal === undefined) return null;
  const { rows } = await db.pool.query<{ id: string }>(sql, [tenantId, refusal.subjectKeys]);
  return rows[0]?.id ?? null;
}

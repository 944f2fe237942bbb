import type { Database } from "@rollcall/db";

/** Merges what a person chose for themselves into what was chosen before; other keys stay. */
export async function savePreferences(
  db: Database,
  tenantId: string,
  userId: string,
  chosen: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db.pool.query(
    `UPDATE "User" SET preferences = preferences || $3::jsonb WHERE "tenantId" = $1 AND id = $2`,
    [tenantId, userId, JSON.stringify(chosen)],
  );
}

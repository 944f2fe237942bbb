import type { Scope } from "./scope.ts";

/**
 * The first moment after an event at which a request with a good token was answered; null when there was none. A look-up
 * counts: OneLogin's Enable is one.
 */
export async function nextAccepted(scope: Scope, afterId: string, after: Date): Promise<Date | null> {
  const { rows } = await scope.db.pool.query<{ at: Date }>(
    `SELECT "at" FROM "ProvisioningEvent"
     WHERE "tenantId" = $1 AND "id" > $2 AND "at" > $3 AND "outcome" IN ('applied', 'no_change', 'lookup')
     ORDER BY "id" LIMIT 1`,
    [scope.tenantId, afterId, after],
  );
  const used = scope.token?.lastUsedAt;
  return rows[0]?.at ?? (used && used > after ? used : null);
}

import type { Database } from "@rollcall/db";

const BATCH = 5000;

/** Rows that nobody needs any more, by table. `$1` is how many to delete at most. */
const EXPIRED = [
  deletion("SsoRequest", `"expiresAt" < now()`),
  deletion("SsoAssertion", `"expiresAt" < now()`),
  // Ended sessions stay a while: they tell an admin why somebody was signed out.
  deletion("Session", `LEAST("expiresAt", "revokedAt") < now() - interval '30 days'`),
  deletion(
    "SignInThrottle",
    `"windowStart" < now() - interval '1 day' AND ("lockedUntil" IS NULL OR "lockedUntil" < now())`,
  ),
  deletion("DeletedTeam", `"undoUntil" < now() - interval '1 day'`),
  // What could not be delivered in so long is worth nothing any more: the link of an invite is no older.
  deletion("OutboxMessage", `COALESCE("deliveredAt", "createdAt") < now() - interval '7 days'`),
  // Expired invites are shown for a month, to be sent again.
  deletion("Invite", `LEAST("expiresAt", "acceptedAt", "revokedAt") < now() - interval '30 days'`),
  deletion("FindingDismissal", `until < now()`),
  // Longer than the month between the two mails about one certificate.
  deletion("SentAlert", `at < now() - interval '60 days'`),
  deletion("SignIn", `at < now() - interval '90 days'`),
];

function deletion(table: string, condition: string): string {
  return `DELETE FROM "${table}" WHERE ctid = ANY (ARRAY(SELECT ctid FROM "${table}" WHERE ${condition} LIMIT $1))`;
}

/**
 * Deletes what has expired, a batch at a time so that no other work waits for it.
 *
 * @returns how many rows went
 */
export async function deleteExpiredRows(db: Pick<Database, "pool">): Promise<number> {
  let gone = 0;
  for (const statement of EXPIRED) gone += await repeat(db, statement, []);
  return gone;
}

/**
 * Deletes the provisioning events that are older than their tenant keeps them (`Connection.retentionDays`). An id begins
 * with its time of making, so the old ones are a range of the primary key.
 *
 * @returns how many rows went
 */
export async function deleteOldEvents(db: Pick<Database, "pool">): Promise<number> {
  const { rows } = await db.pool.query<{ tenantId: string; bound: string }>(`
    SELECT "tenantId", rpad(lpad(to_hex((extract(epoch FROM now() - make_interval(days => "retentionDays")) * 1000)::bigint),
                                 12, '0'), 32, '0')::uuid AS bound
      FROM "Connection" WHERE "retentionDays" > 0`);
  let gone = 0;
  for (const { tenantId, bound } of rows) gone += await repeat(db, DELETE_EVENTS, [tenantId, bound]);
  return gone;
}

const DELETE_EVENTS = `
  DELETE FROM "ProvisioningEvent" WHERE "tenantId" = $2 AND id IN (
    SELECT id FROM "ProvisioningEvent" WHERE "tenantId" = $2 AND id < $3 ORDER BY id LIMIT $1)`;

async function repeat(
  db: Pick<Database, "pool">,
  statement: string,
  values: readonly string[],
): Promise<number> {
  let gone = 0;
  for (;;) {
    const { rowCount } = await db.pool.query(statement, [BATCH, ...values]);
    gone += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return gone;
  }
}

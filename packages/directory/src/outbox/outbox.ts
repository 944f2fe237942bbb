import { type Database, uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";

/** Work that is asked for in a transaction and done after it, at least once. */
export interface OutboxMessage {
  readonly tenantId: string;
  /** `mail`. */
  readonly kind: string;
  /** What the work needs; secrets sealed. Emptied when it is done. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Asks for work, in the transaction of the act that needs it. */
export async function enqueue(client: ClientBase, { tenantId, kind, payload }: OutboxMessage): Promise<void> {
  await client.query(`INSERT INTO "OutboxMessage" ("tenantId", id, kind, payload) VALUES ($1, $2, $3, $4)`, [
    tenantId,
    uuidv7(),
    kind,
    JSON.stringify(payload),
  ]);
}

/** After this many attempts a message is left alone; its row tells the last error. */
const MAX_ATTEMPTS = 12;

/** How long one attempt has: after it the message is due again, because whoever made it may be gone. */
const ATTEMPT_MINUTES = 10;

const CLAIM = `
  UPDATE "OutboxMessage" m SET attempts = m.attempts + 1, "nextAt" = now() + make_interval(mins => $3)
    FROM (SELECT "tenantId", id FROM "OutboxMessage"
           WHERE kind = $1 AND "deliveredAt" IS NULL AND "nextAt" <= now() AND attempts < $2
           ORDER BY "nextAt" LIMIT 1 FOR UPDATE SKIP LOCKED) due
   WHERE m."tenantId" = due."tenantId" AND m.id = due.id
  RETURNING m."tenantId", m.id, m.payload`;

const DELIVERED = `
  UPDATE "OutboxMessage" SET "deliveredAt" = now(), payload = '{}', "lastError" = NULL
   WHERE "tenantId" = $1 AND id = $2`;

const FAILED = `
  UPDATE "OutboxMessage" SET "lastError" = $3, "nextAt" = now() + make_interval(secs => 15 * power(2, attempts - 1))
   WHERE "tenantId" = $1 AND id = $2`;

interface Claimed {
  readonly tenantId: string;
  readonly id: string;
  readonly payload: unknown;
}

/**
 * Does one message of a kind that is due, if there is any. Other replicas leave it alone meanwhile; a failure is tried
 * again after a growing pause. No transaction is open while the work is done: it may take long.
 *
 * @param work must end within some minutes, and not throw what may not be shown: the message of its error is kept.
 * @returns whether there was one.
 */
export async function deliverOne(
  db: Pick<Database, "pool">,
  kind: string,
  work: (payload: unknown) => Promise<void>,
): Promise<boolean> {
  const { rows } = await db.pool.query<Claimed>(CLAIM, [kind, MAX_ATTEMPTS, ATTEMPT_MINUTES]);
  const [message] = rows;
  if (message === undefined) return false;
  const key = [message.tenantId, message.id];
  const failure = await work(message.payload).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message.slice(0, 500) : "failed"),
  );
  if (failure === undefined) await db.pool.query(DELIVERED, key);
  else await db.pool.query(FAILED, [...key, failure]);
  return true;
}

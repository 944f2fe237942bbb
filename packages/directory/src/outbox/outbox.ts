import { type Database, transaction, uuidv7 } from "@rollcall/db";
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

/** After this many failures a message is left alone; its row tells the last error. */
const MAX_ATTEMPTS = 12;

const CLAIM = `
  SELECT "tenantId", id, kind, payload, attempts FROM "OutboxMessage"
   WHERE kind = $1 AND "deliveredAt" IS NULL AND "nextAt" <= now() AND attempts < $2
   ORDER BY "nextAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;

/**
 * Does one message of a kind that is due, if there is any. Other replicas skip it meanwhile; a failure is tried again
 * after a growing pause.
 *
 * @param work must not throw what may be shown: the message of its error is kept.
 * @returns whether there was one.
 */
export async function deliverOne(
  db: Database,
  kind: string,
  work: (payload: unknown) => Promise<void>,
): Promise<boolean> {
  return transaction(db, async (client) => {
    const { rows } = await client.query<{ tenantId: string; id: string; payload: unknown; attempts: number }>(
      CLAIM,
      [kind, MAX_ATTEMPTS],
    );
    const [message] = rows;
    if (message === undefined) return false;
    const key = [message.tenantId, message.id];
    try {
      await work(message.payload);
    } catch (error) {
      const text = error instanceof Error ? error.message.slice(0, 500) : "failed";
      await client.query(
        `UPDATE "OutboxMessage" SET attempts = attempts + 1, "lastError" = $3,
                "nextAt" = now() + make_interval(secs => 15 * power(2, attempts))
          WHERE "tenantId" = $1 AND id = $2`,
        [...key, text],
      );
      return true;
    }
    await client.query(
      `UPDATE "OutboxMessage" SET attempts = attempts + 1, "deliveredAt" = now(), payload = '{}', "lastError" = NULL
        WHERE "tenantId" = $1 AND id = $2`,
      key,
    );
    return true;
  });
}

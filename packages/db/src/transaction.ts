import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Database } from "./database.ts";

export interface TransactionOptions {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  readonly readOnly?: boolean;
  /** How often the work is tried in all when PostgreSQL breaks it off for the sake of another. */
  readonly attempts?: number;
}

/** serialization_failure and deadlock_detected: the same work may succeed when done again. */
const RETRYABLE = new Set(["40001", "40P01"]);

function begin(options: TransactionOptions): string {
  const isolation = options.isolation ? ` ISOLATION LEVEL ${options.isolation.toUpperCase()}` : "";
  return `BEGIN${isolation}${options.readOnly ? " READ ONLY" : ""}`;
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Tried again, with a short
 * growing pause, on a serialization failure or a deadlock, so `work` must have no effect outside the database.
 *
 * @param work gets the connection of the transaction; every query of the transaction must go through it
 * @returns what `work` returned
 * @throws whatever `work` threw, or the last database error when all attempts were used up
 */
export async function transaction<T>(
  db: Pick<Database, "pool">,
  work: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const attempts = options.attempts ?? 5;
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(db.pool, work, options);
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await sleep(2 ** attempt * (1 + Math.random() * 4));
    }
  }
}

async function attemptOnce<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin(options));
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    broken = await client.query("ROLLBACK").then(
      () => undefined,
      (failure: Error) => failure,
    );
    throw error;
  } finally {
    // A connection that cannot even roll back is closed, not given to the next caller.
    client.release(broken);
  }
}

function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && RETRYABLE.has(error.code)
  );
}

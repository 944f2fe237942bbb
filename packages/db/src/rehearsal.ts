import type pg from "pg";
import type { Database } from "./database.ts";
import type { Queryable, Store } from "./store.ts";

/** How long a rehearsal waits for a row that someone else is writing, in milliseconds. */
const LOCK_MS = 1_000;
/** How long one of its statements may take. */
const STATEMENT_MS = 5_000;
/** How long the whole of it may take, and how long it may be idle: while it lasts, others wait for its rows. */
const WHOLE_MS = 8_000;

const BEGIN = `BEGIN; SET LOCAL lock_timeout = ${LOCK_MS}; SET LOCAL statement_timeout = ${STATEMENT_MS};
  SET LOCAL idle_in_transaction_session_timeout = ${WHOLE_MS}`;

/**
 * Lets work write as it would, and takes all of it back: one transaction on one connection that is always rolled back.
 * What the work takes for statements of their own, and for transactions, are savepoints in it, one after another. When
 * the work has ended, nothing more can be written through its store.
 *
 * @returns what `work` returned
 * @throws whatever `work` threw, or the database: a rehearsal that had to wait too long is broken off (`isBrokenOff`)
 */
export async function rehearse<T>(
  db: Pick<Database, "pool">,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect();
  const rehearsal = new Rehearsal(client, Date.now() + WHOLE_MS);
  let broken: Error | undefined;
  try {
    await client.query(BEGIN);
    return await work(rehearsal);
  } finally {
    await rehearsal.end();
    broken = await client.query("ROLLBACK").then(
      () => undefined,
      (failure: Error) => failure,
    );
    // A connection that cannot roll back is closed, which takes everything back too.
    client.release(broken);
  }
}

/** The work of a rehearsal went on for too long, or after its end. */
class RehearsalOver extends Error {}

/** lock_not_available, query_canceled, deadlock_detected, idle_in_transaction_session_timeout. */
const BROKEN_OFF = new Set<unknown>(["55P03", "57014", "40P01", "25P03"]);

/** Whether a rehearsal failed only because it would have been in others' way. */
export function isBrokenOff(error: unknown): boolean {
  if (error instanceof RehearsalOver) return true;
  return error instanceof Error && "code" in error && BROKEN_OFF.has(error.code);
}

class Rehearsal implements Store {
  readonly pool: Queryable;
  readonly batches: Queryable;
  readonly #client: pg.ClientBase;
  readonly #deadline: number;
  #last: Promise<unknown> = Promise.resolve();
  #over = false;

  constructor(client: pg.ClientBase, deadline: number) {
    this.#client = client;
    this.#deadline = deadline;
    this.pool = { query: (query, values) => this.#inTurn(() => client.query(query, values)) };
    this.batches = this.pool;
  }

  transaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(this.#client));
  }

  /** Resolves when nothing is under way and nothing more will be. */
  async end(): Promise<void> {
    this.#over = true;
    await this.#last;
  }

  /** A savepoint around each piece of work, so that one that fails takes nothing with it but itself. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#savepoint(work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #savepoint<T>(work: () => Promise<T>): Promise<T> {
    if (this.#over || Date.now() > this.#deadline) throw new RehearsalOver("The rehearsal is over.");
    await this.#client.query("SAVEPOINT rehearsed");
    try {
      const result = await work();
      await this.#client.query("RELEASE SAVEPOINT rehearsed");
      return result;
    } catch (error) {
      await this.#client.query("ROLLBACK TO SAVEPOINT rehearsed; RELEASE SAVEPOINT rehearsed");
      throw error;
    }
  }
}

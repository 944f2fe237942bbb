import { BATCHES_AT_ONCE, type Store } from "@rollcall/db";
import { CALLER, type CallerRow } from "./caller.ts";
import { type Queryable, statement } from "./statement.ts";

/** A statement whose `$3` is a JSON array of items, each of which it reads or writes one row for. */
export interface BatchStatement {
  /** For one item, so that the planner of any connection goes by key. */
  readonly one: string;
  readonly many: string;
}

/**
 * A statement that checks the caller and does the same for any number of items.
 *
 * @param columns the members of an item, as SQL columns
 * @param body WITH items that read `caller` and `item`; one of them is `done`, with a row for each item that had one and
 *   the item's place in the array as `n`
 */
export function batchStatement(columns: string, body: string): BatchStatement {
  const text = (limit: string) => `
  WITH ${CALLER}, item AS MATERIALIZED (
    SELECT * FROM json_to_recordset($3::json) AS i(n int, ${columns}) ${limit}),
  ${body}
  SELECT to_json(caller) AS caller, (SELECT json_agg(done) FROM done) AS done FROM caller`;
  return { one: text("LIMIT 1"), many: text("") };
}

/** One item for a statement. */
export interface Ask {
  readonly statement: BatchStatement;
  /** `$1` and `$2`: what the statement knows the caller by. */
  readonly caller: readonly [tenant: string, token: Buffer | null];
  /** A JSON object. */
  readonly item: string;
}

/**
 * The caller and the row of one item, as JSON: the driver's work goes with the number of columns, and times in JSON need
 * no parser of its own.
 */
export interface Answer<Row> {
  readonly caller: CallerRow;
  /** null when nothing was found or written, or the caller is not let in. */
  readonly row: Row | null;
}

interface Reply<Row> {
  readonly caller: CallerRow;
  readonly done: readonly (Row & { readonly n: number })[] | null;
}

const MAX_ITEMS = 64;
/** Characters of JSON. A larger item goes alone. */
const MAX_LENGTH = 500_000;

interface Waiting<Row> {
  readonly ask: Ask;
  readonly settle: (answer: Promise<Answer<Row> | undefined>) => void;
}

interface Batch<Row> {
  readonly key: string;
  readonly waiting: Waiting<Row>[];
  length: number;
}

/**
 * Gathers what one caller asks for while other statements are under way, and sends it as one statement: set up once, and
 * for writes one commit, for all of it. A statement that fails, or would have to wait for a row, takes nothing with it:
 * its items are done again one by one, on connections where they may wait.
 */
export class Batches<Row> {
  readonly #db: Pick<Store, "pool" | "batches">;
  readonly #queue: Batch<Row>[] = [];
  #underWay = 0;
  #scheduled = false;

  constructor(db: Pick<Store, "pool" | "batches">) {
    this.#db = db;
  }

  /** @returns undefined when no tenant has the caller's slug */
  ask(ask: Ask): Promise<Answer<Row> | undefined> {
    return new Promise((resolve, reject) => {
      this.#batchFor(ask).waiting.push({ ask, settle: (answer) => answer.then(resolve, reject) });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#send();
      });
    });
  }

  #batchFor({ statement: { many }, caller: [tenant, token], item }: Ask): Batch<Row> {
    const key = `${tenant}\0${token?.toString("latin1")}\0${many}`;
    const open = this.#queue.findLast((batch) => batch.key === key);
    const batch =
      open && open.waiting.length < MAX_ITEMS && open.length + item.length <= MAX_LENGTH
        ? open
        : { key, waiting: [], length: 0 };
    if (batch !== open) this.#queue.push(batch);
    batch.length += item.length;
    return batch;
  }

  #send(): void {
    while (this.#underWay < BATCHES_AT_ONCE) {
      const batch = this.#queue.shift();
      if (batch === undefined) return;
      this.#underWay += 1;
      void this.#run(batch.waiting).finally(() => {
        this.#underWay -= 1;
        this.#send();
      });
    }
  }

  async #run(waiting: readonly Waiting<Row>[]): Promise<void> {
    const asks = waiting.map(({ ask }) => ask);
    try {
      const answers = await askTogether<Row>(this.#db.batches, asks);
      for (const [n, { settle }] of waiting.entries()) settle(Promise.resolve(answers[n]));
    } catch (error) {
      const again = isRolledBack(error) && (asks.length > 1 || error.code === LOCK_TIMEOUT);
      for (const { ask, settle } of waiting) {
        settle(again ? askAlone<Row>(this.#db.pool, ask) : Promise.reject(error));
      }
    }
  }
}

/** One item as a statement of its own: inside a transaction, or where it may wait for others. */
export async function askAlone<Row>(to: Queryable, ask: Ask): Promise<Answer<Row> | undefined> {
  const values = [...ask.caller, `[${numbered(ask.item, 0)}]`];
  const { rows } = await to.query<Reply<Row>>(statement(ask.statement.one, values));
  return rows[0] && { caller: rows[0].caller, row: rows[0].done?.[0] ?? null };
}

async function askTogether<Row>(
  to: Queryable,
  asks: readonly Ask[],
): Promise<readonly (Answer<Row> | undefined)[]> {
  const [first] = asks;
  if (first === undefined) return [];
  const items = asks.map(({ item }, n) => numbered(item, n)).join(",");
  const text = asks.length === 1 ? first.statement.one : first.statement.many;
  const { rows } = await to.query<Reply<Row>>(statement(text, [...first.caller, `[${items}]`]));
  const [reply] = rows;
  if (reply === undefined) return [];
  const byPlace = new Map((reply.done ?? []).map((row) => [row.n, row]));
  return asks.map((_, n) => ({ caller: reply.caller, row: byPlace.get(n) ?? null }));
}

function numbered(item: string, n: number): string {
  return `{"n":${n},${item.slice(1)}`;
}

/** SQLSTATE lock_not_available. */
const LOCK_TIMEOUT = "55P03";

/** Whether PostgreSQL has said that it did nothing: after a connection broke nobody knows. */
function isRolledBack(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && "severity" in error && "code" in error;
}

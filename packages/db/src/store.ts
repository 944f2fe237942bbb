import type pg from "pg";
import type { Database } from "./database.ts";
import { transaction } from "./transaction.ts";

/** What can run a query: a pool, or the one connection of a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    query: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/** Where use-cases put their statements: a database, or a rehearsal on one. */
export interface Store {
  /** For statements that stand alone. */
  readonly pool: Queryable;
  /** For statements that read or write many rows by their keys. */
  readonly batches: Queryable;
  /** Runs work in one transaction; every query of it must go through its client. */
  transaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>;
}

/** The store whose statements stay. */
export function storeOf(db: Database): Store {
  return { pool: db.pool, batches: db.batches, transaction: (work) => transaction(db, work) };
}

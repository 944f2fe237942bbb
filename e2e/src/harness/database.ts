import { randomUUID } from "node:crypto";
import pg from "pg";

export interface OwnDatabase {
  readonly url: string;
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Holds back whoever reads the table, until the function that it returns is called. */
  hold(table: string): Promise<() => Promise<void>>;
  drop(): Promise<void>;
}

/** An empty database of its own on the server that `ROLLCALL_TEST_SERVER` names; the run's global setup sees to one. */
export async function createOwnDatabase(): Promise<OwnDatabase> {
  const server = process.env.ROLLCALL_TEST_SERVER;
  if (!server) throw new Error("ROLLCALL_TEST_SERVER is not set: run the tests through Playwright");
  const name = `e2e_${randomUUID().replaceAll("-", "")}`;
  await once(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    query: (sql, values) => once(url.href, sql, values),
    hold: (table) => hold(url.href, table),
    drop: async () => void (await once(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function once(connectionString: string, sql: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function hold(connectionString: string, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
  return () => client.end();
}

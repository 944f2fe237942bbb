import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** How many connections of a name the server has. */
async function connections(name: string): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1",
    [name],
  );
  return rows[0]?.n ?? Number.NaN;
}

test("when close returns, the server has none of the connections left", async () => {
  const name = "closing";
  const other = openDatabase(db.url, { connections: 6 });
  const use = () =>
    other.pool.query("SELECT set_config('application_name', $1, false), pg_sleep(0.1)", [name]);
  await Promise.all(Array.from({ length: 6 }, use));
  expect(await connections(name)).toBe(6);
  await other.close();
  expect(await connections(name)).toBe(0);
});

test("a connection that breaks is told, unless it is being closed", async () => {
  const told: Error[] = [];
  const other = openDatabase(db.url, { onConnectionError: (error) => told.push(error) });
  const client = await other.pool.connect();
  const idle = await other.pool.connect();
  const idlePid = await pidOf(idle);
  idle.release();
  await db.pool.query("SELECT pg_terminate_backend($1)", [idlePid]);
  await expect.poll(() => told.length).toBeGreaterThan(0);
  const before = told.length;

  const pid = await pidOf(client);
  const closed = other.close();
  const gone = new Promise((ended) => client.once("end", ended));
  await db.pool.query("SELECT pg_terminate_backend($1)", [pid]);
  await gone;
  client.release();
  await closed;
  expect(told).toHaveLength(before);
});

async function pidOf(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? Number.NaN;
}

test("closing twice is closing once", async () => {
  const other = openDatabase(db.url);
  await other.pool.query("SELECT 1");
  await Promise.all([other.close(), other.close()]);
  await expect(other.pool.connect()).rejects.toThrow("after calling end");
});

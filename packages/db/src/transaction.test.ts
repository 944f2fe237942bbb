import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./testing.ts";
import { transaction } from "./transaction.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.pool.query("CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)");
  await db.pool.query("INSERT INTO tally VALUES (1, 0), (2, 0)");
});
afterAll(() => db.drop());

async function value(id: number): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>("SELECT n FROM tally WHERE id = $1", [id]);
  return rows[0]?.n ?? Number.NaN;
}

test("what a failing transaction wrote is gone and its error reaches the caller", async () => {
  const work = transaction(db, async (client) => {
    await client.query("UPDATE tally SET n = 99 WHERE id = 2");
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect(await value(2)).toBe(0);
});

test("ten serializable read-and-write-back transactions at once lose no update", async () => {
  const add = () =>
    transaction(
      db,
      async (client) => {
        const { rows } = await client.query<{ n: number }>("SELECT n FROM tally WHERE id = 1");
        await client.query("UPDATE tally SET n = $1 WHERE id = 1", [(rows[0]?.n ?? 0) + 1]);
      },
      { isolation: "serializable", attempts: 30 },
    );
  await Promise.all(Array.from({ length: 10 }, add));
  expect(await value(1)).toBe(10);
});

test("two transactions that deadlock both succeed in the end", async () => {
  const touch = (first: number, second: number) =>
    transaction(db, async (client) => {
      await client.query("UPDATE tally SET n = n + 100 WHERE id = $1", [first]);
      await client.query("SELECT pg_sleep(0.1)");
      await client.query("UPDATE tally SET n = n + 100 WHERE id = $1", [second]);
    });
  const before = await value(1);
  await Promise.all([touch(1, 2), touch(2, 1)]);
  expect(await value(1)).toBe(before + 200);
});

test("an error that trying again cannot cure is tried once", async () => {
  let tries = 0;
  const work = transaction(db, async (client) => {
    tries++;
    await client.query("INSERT INTO tally VALUES (1, 0)");
  });
  await expect(work).rejects.toMatchObject({ code: "23505" });
  expect(tries).toBe(1);
});

test("a connection that the server ended is not handed to the next caller", async () => {
  const killed = transaction(db, (client) => client.query("SELECT pg_terminate_backend(pg_backend_pid())"));
  await expect(killed).rejects.toThrow();
  expect(await value(1)).toBeGreaterThan(0);
});

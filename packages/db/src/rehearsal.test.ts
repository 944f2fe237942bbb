import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isBrokenOff, rehearse } from "./rehearsal.ts";
import type { Store } from "./store.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.pool.query("CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)");
});
beforeEach(async () => {
  await db.pool.query("TRUNCATE tally");
  await db.pool.query("INSERT INTO tally VALUES (1, 0), (2, 0)");
});
afterAll(() => db.drop());

const ADD = "UPDATE tally SET n = n + 1 WHERE id = 1";
const INSERT_AGAIN = "INSERT INTO tally VALUES (1, 5)";

async function rows(to: Pick<Store, "pool">): Promise<number[]> {
  return (await to.pool.query<{ n: number }>("SELECT n FROM tally ORDER BY id")).rows.map(({ n }) => n);
}

test("sees what it wrote, by single statements and by transactions, and leaves nothing", async () => {
  const seen = await rehearse(db, async (store) => {
    await store.pool.query(ADD);
    await store.batches.query(ADD);
    await store.transaction((client) => client.query(ADD));
    return rows(store);
  });
  expect(seen).toEqual([3, 0]);
  expect(await rows(db)).toEqual([0, 0]);
});

test("a statement or a transaction that fails takes only itself with it", async () => {
  const seen = await rehearse(db, async (store) => {
    await store.pool.query(ADD);
    await expect(store.pool.query(INSERT_AGAIN)).rejects.toThrow("duplicate key");
    const failing = store.transaction(async (client) => {
      await client.query(ADD);
      await client.query(INSERT_AGAIN);
    });
    await expect(failing).rejects.toThrow("duplicate key");
    return rows(store);
  });
  expect(seen).toEqual([1, 0]);
});

test("what is asked at once is done one after another", async () => {
  const seen = await rehearse(db, async (store) => {
    const adding = () => store.transaction((client) => client.query(ADD));
    await Promise.all([adding(), store.pool.query(ADD), adding(), store.batches.query(ADD)]);
    return rows(store);
  });
  expect(seen).toEqual([4, 0]);
});

test("nothing can be written through it once it is over, also when the work failed", async () => {
  let kept: Store | undefined;
  const work = rehearse(db, async (store) => {
    kept = store;
    await store.pool.query(ADD);
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  await expect(kept?.pool.query(ADD)).rejects.toThrow("over");
  await expect(kept?.transaction((client) => client.query(ADD))).rejects.toThrow("over");
  expect(await rows(db)).toEqual([0, 0]);
});

test("a row that someone else is writing is waited for a short while, then the rehearsal is broken off", async () => {
  const other = await db.pool.connect();
  try {
    await other.query("BEGIN");
    await other.query(ADD);
    const started = Date.now();
    const error = await rehearse(db, (store) => store.pool.query(ADD)).catch((thrown: unknown) => thrown);
    expect(isBrokenOff(error)).toBe(true);
    expect(Date.now() - started).toBeLessThan(5_000);
  } finally {
    await other.query("ROLLBACK");
    other.release();
  }
});

test("its limits do not stay on the connection", async () => {
  const limits = async (to: Pick<Store, "pool">) =>
    (
      await to.pool.query(
        "SELECT current_setting('lock_timeout') AS l, current_setting('statement_timeout') AS s",
      )
    ).rows[0];
  const before = await limits(db);
  expect(await rehearse(db, limits)).toEqual({ l: "1s", s: "5s" });
  expect(await limits(db)).toEqual(before);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { instanceSecret } from "./instance-secret.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("replicas that ask for a new key at once share one, and it stays", async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => instanceSecret(db, "session")));
  const distinct = new Set(keys.map((key) => key.toString("hex")));
  expect(distinct.size).toBe(1);
  expect(keys[0]).toHaveLength(32);
  expect(await instanceSecret(db, "session")).toEqual(keys[0]);
});

test("keys for different purposes differ", async () => {
  expect(await instanceSecret(db, "one")).not.toEqual(await instanceSecret(db, "two"));
});

import { expect, test } from "vitest";
import { uuidv7 } from "./uuid.ts";

test("ids have the form of version 7 with the RFC variant", () => {
  for (let i = 0; i < 5000; i++) {
    expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test("ids made within one millisecond sort in the order they were made and never repeat", () => {
  const made = Array.from({ length: 50_000 }, uuidv7);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("an id carries the time at which it was made", () => {
  const before = Date.now();
  const ms = Number.parseInt(uuidv7().replace("-", "").slice(0, 12), 16);
  expect(ms).toBeGreaterThanOrEqual(before);
  expect(ms).toBeLessThan(before + 1000);
});

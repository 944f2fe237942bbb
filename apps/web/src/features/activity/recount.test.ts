import { expect, test } from "vitest";
import { recount } from "./recount.ts";
import { pageSchema } from "./schema.ts";

const [first, second] = ["01990000-0000-7000-8000-000000000001", "01990000-0000-7000-8000-000000000002"];

const event = (id: string, count: number) => ({
  kind: "event",
  id,
  at: "2026-03-01T10:00:00.000Z",
  sentence: { id: "events.auth_failed.other", values: {}, times: {} },
  outcome: "auth_failed",
  connectionTest: false,
  code: "auth.truncated_token",
  reason: null,
  subject: null,
  href: null,
  externalId: null,
  method: "GET",
  path: "/Users",
  status: 401,
  token: null,
  ip: null,
  durationMs: null,
  requestId: "req",
  count,
});

const page = (...items: readonly object[]) =>
  pageSchema.parse({ items, next: null, provider: "OneLogin", retentionDays: 30, lookups: 0 });
const list = { pages: [page(event(second, 1)), page(event(first, 4))], pageParams: [{}, {}] };

const counts = (of: ReturnType<typeof recount>) =>
  of.pages.flatMap(({ items }) => items.map((item) => (item.kind === "event" ? item.count : null)));

test("a row that stands for more requests by now says so where it is", () => {
  expect(counts(recount(list, [{ id: second, count: 3 }]))).toEqual([3, 4]);
});

test("a list in which nothing grew is the same list", () => {
  expect(recount(list, [])).toBe(list);
  expect(recount(list, [{ id: first, count: 4 }])).toBe(list);
});

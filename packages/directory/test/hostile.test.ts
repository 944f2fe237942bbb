import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, connect, PATCH_OP, USER } from "./client.ts";

let client: Client;
let id = "";

beforeAll(async () => {
  client = await connect({ "content-type": "application/scim+json" });
  id = String((await client.send("POST", "/Users", { schemas: USER, userName: "ann@x.test" })).json.id);
});

afterAll(() => client.stage.close());

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\u0000",
    "\ud800",
    "__proto__",
    "constructor",
    "' OR 1=1 --",
    "%",
    "\\",
    "a".repeat(5_000),
    "ann@x.test",
  ),
);
const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 3 });
const filterText = fc.oneof(
  text,
  fc
    .tuple(
      fc.constantFrom("userName", "emails.value", "id", "meta.created", "active", "members", "title"),
      fc.constantFrom("eq", "co", "gt", "ne"),
      fc.oneof(
        text.map((each) => JSON.stringify(each)),
        fc.constantFrom("null", "true", "1", "1e999", "-0"),
      ),
    )
    .map((parts) => parts.join(" ")),
);

describe("hostile input, through the handler and down to PostgreSQL", () => {
  it("is never answered with a fault of ours, whatever stands in a filter, a path, a cursor or a sort", async () => {
    await fc.assert(
      fc.asyncProperty(
        filterText,
        text,
        fc.constantFrom("/Users", "/Groups", ""),
        async (filter, other, path) => {
          const query = new URLSearchParams({ filter }).toString();
          const odd = new URLSearchParams({
            sortBy: other,
            cursor: other,
            startIndex: other,
            count: "3",
          }).toString();
          const odder = new URLSearchParams({ sortBy: "userName", cursor: other }).toString();
          for (const each of [
            `${path}?${query}`,
            `${path}?${odd}`,
            `${path}?${odder}`,
            `/Users/${new URLSearchParams({ id: other }).toString().slice(3)}`,
          ]) {
            const answer = await client.send("GET", each);
            expect([each, answer.status, client.faults]).toEqual([each, answer.status, []]);
            expect(answer.status).toBeLessThan(500);
          }
        },
      ),
      { numRuns: 250, seed: 7 },
    );
  }, 60_000);

  it("is never answered with a fault of ours, whatever stands in a body", async () => {
    await fc.assert(
      fc.asyncProperty(json, text, text, async (value, one, other) => {
        const emails = [{ value: `${one}@x.test` }];
        for (const [method, path, body] of [
          ["POST", "/Users", { schemas: USER, userName: one, emails, displayName: other, title: value }],
          ["POST", "/Users", value],
          [
            "PUT",
            `/Users/${id}`,
            { schemas: USER, userName: "ann@x.test", name: { givenName: one }, groups: value },
          ],
          ["PATCH", `/Users/${id}`, { schemas: PATCH_OP, Operations: [{ op: "replace", path: one, value }] }],
          [
            "PATCH",
            `/Users/${id}`,
            { schemas: PATCH_OP, Operations: [{ op: "add", value: { title: other, groups: value } }] },
          ],
          ["POST", "/Groups", { displayName: one, externalId: other, members: value }],
        ] as const) {
          const answer = await client.send(method, path, JSON.stringify(body));
          expect([body, answer.status, client.faults]).toEqual([body, answer.status, []]);
          expect(answer.status).toBeLessThan(500);
        }
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(Object.keys({})).toEqual([]);
    expect((await client.stage.events()).length).toBeGreaterThan(500);
  }, 60_000);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BULK_REQUEST, CORE_USER, ENTERPRISE_USER, PATCH_OP, SEARCH_REQUEST } from "../../src/index.ts";
import { Client } from "../client.ts";
import { leastCpu } from "../cpu.ts";
import { RUNS } from "./arbitraries.ts";

const names = fc.constantFrom(
  ..."userName name emails value type primary active members displayName schemas Operations op path data method bulkId".split(
    " ",
  ),
  ..."filter count startIndex attributes groups manager id meta __proto__ constructor prototype toString".split(
    " ",
  ),
  ENTERPRISE_USER,
  `${CORE_USER}:name.givenName`,
  'emails[type eq "work"].value',
);
const scalars = fc.oneof(
  fc.constantFrom(
    "add",
    "remove",
    "replace",
    "POST",
    "PATCH",
    "/Users",
    "/Groups",
    "bulkId:a",
    "a",
    CORE_USER,
    PATCH_OP,
    BULK_REQUEST,
    SEARCH_REQUEST,
  ),
  names,
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.boolean(),
  fc.double(),
  fc.constant(null),
);
const json = fc
  .letrec((tie) => ({
    value: fc.oneof({ maxDepth: 6 }, scalars, tie("list"), tie("object")),
    list: fc.array(tie("value"), { maxLength: 4 }),
    object: fc.array(fc.tuple(names, tie("value")), { maxLength: 6 }).map((entries) => {
      return Object.fromEntries(entries.filter(([key]) => key !== "__proto__"));
    }),
  }))
  .value.map((value) => JSON.stringify(value) ?? "null");

const body = fc.oneof(
  json,
  json.map((text) => text.replace('"name"', '"__proto__"')),
  json.map((text) => text.slice(0, -1)),
  fc.string({ unit: "binary", maxLength: 100 }),
  fc.constant(`${"[".repeat(50_000)}`),
  fc.constant(`${'{"name":'.repeat(20_000)}1${"}".repeat(20_000)}`),
);
const path = fc.oneof(
  fc.constantFrom(
    "/Users",
    "/Users/u1",
    "/Groups",
    "/Groups/g2",
    "/Bulk",
    "/.search",
    "/Users/.search",
    "/",
    "/Me",
    "/Schemas",
  ),
  fc
    .tuple(fc.constantFrom("/Users", "/Groups", "", "/Schemas"), fc.string({ unit: "binary", maxLength: 40 }))
    .map(([root, tail]) => `${root}?filter=${tail}`),
  fc.string({ unit: "binary", maxLength: 40 }).map((text) => `/${text}`),
);
const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");
const header = fc.constantFrom("application/json", "application/scim+json", "", "text/html;q=x", ";;;");

describe("hostile input", () => {
  it("never gives a 5xx but 501, never takes 50 ms, never pollutes a prototype", {
    timeout: 300_000,
  }, async () => {
    const clean = Object.getOwnPropertyNames(Object.prototype).sort();
    await fc.assert(
      fc.asyncProperty(
        method,
        path,
        body,
        header,
        header,
        async (verb, target, text, accept, contentType) => {
          const client = new Client();
          await client.post("/Users", { schemas: [CORE_USER], userName: "ann" });
          await client.post("/Groups", { schemas: [CORE_USER], displayName: "team" });
          const send = () => client.send(verb, target, text, { accept, "content-type": contentType });
          const { status } = await send();
          expect(client.errors).toEqual([]);
          expect(status < 500 || status === 501).toBe(true);
          expect(await leastCpu(3, 50, send)).toBeLessThan(50);
          expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(clean);
        },
      ),
      { numRuns: RUNS },
    );
  });

  const patch = (operations: unknown) => JSON.stringify({ schemas: [PATCH_OP], Operations: operations });
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));

  it.each([
    [
      "60,000 unknown attributes",
      "POST",
      "/Users",
      JSON.stringify(Object.fromEntries(many(60_000, (n) => [`a${n}`, 1]))),
    ],
    ["a text of 1 MiB", "POST", "/Users", JSON.stringify({ userName: "a".repeat(1_000_000) })],
    [
      "half a million groups in one text",
      "POST",
      "/Users",
      JSON.stringify({ userName: "a", groups: "a;".repeat(500_000) }),
    ],
    [
      "10,000 members",
      "POST",
      "/Groups",
      JSON.stringify({ displayName: "a", members: many(10_000, (n) => ({ value: `u${n}` })) }),
    ],
    [
      "1,000 additions of members",
      "PATCH",
      "/Groups/g2",
      patch(
        many(1000, (n) => ({ op: "add", path: "members", value: many(8, (m) => ({ value: `u${n}-${m}` })) })),
      ),
    ],
    [
      "1,000 operations on the same elements",
      "PATCH",
      "/Users/u1",
      patch(
        many(1000, (n) => ({ op: "add", path: "emails", value: [{ value: `a${n % 90}`, type: "work" }] })),
      ),
    ],
    ["60,000 nested arrays", "POST", "/Users", `{"a":${"[".repeat(60_000)}${"]".repeat(60_000)}}`],
    [
      "a search for half a million attributes",
      "POST",
      "/.search",
      JSON.stringify({ attributes: many(250_000, () => "a") }),
    ],
    [
      "blanks before an address that never comes",
      "GET",
      `/Users?filter=userName+eq+%22${"+".repeat(4000)}%22`,
      undefined,
    ],
  ])("%s cost less than 50 ms", { timeout: 60_000 }, async (_, method, path, text) => {
    const client = new Client();
    await client.post("/Users", { schemas: [CORE_USER], userName: "ann" });
    await client.post("/Groups", { schemas: [CORE_USER], displayName: "team" });
    expect(await leastCpu(10, 50, () => client.send(method, path, text))).toBeLessThan(50);
    expect(client.errors).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BULK_REQUEST, CORE_USER, ENTERPRISE_USER, PATCH_OP, SEARCH_REQUEST } from "../../src/index.ts";
import { Client } from "../client.ts";
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
          const send = async () => {
            const client = new Client();
            await client.post("/Users", { schemas: [CORE_USER], userName: "ann" });
            await client.post("/Groups", { schemas: [CORE_USER], displayName: "team" });
            const start = process.cpuUsage();
            const reply = await client.send(verb, target, text, { accept, "content-type": contentType });
            const { user, system } = process.cpuUsage(start);
            expect(client.errors).toEqual([]);
            expect(reply.status < 500 || reply.status === 501).toBe(true);
            return user + system;
          };
          const microseconds = await send();
          // The garbage collector may have run meanwhile: what is slow is slow twice.
          expect(microseconds < 50_000 || (await send()) < 50_000).toBe(true);
          expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(clean);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

import assert from "node:assert/strict";
import { at, listAt, numberAt, textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import type { Reply } from "../wire/reply.ts";
import { USER } from "../wire/urn.ts";
import type { Endpoint } from "./endpoint.ts";
import { holds, idIn, isError, isList, isStatus } from "./expect.ts";
import { suite } from "./suite.ts";

const SOURCE = "https://developer.okta.com/standards/SCIM/SCIMFiles/Okta-SCIM-20-SPEC-Test.json";

const READ = {
  Accept: "application/scim+json",
  "Content-Type": "application/scim+json; charset=utf-8",
  "Accept-Charset": "utf-8",
  "User-Agent": "OKTA SCIM Integration",
};
const WRITE = { Accept: "application/scim+json; charset=utf-8", "Content-Type": "application/json" };

/** The twelve checks of Okta's "SCIM 2.0 SPEC test". */
export const oktaSpec = suite("Okta SPEC test", SOURCE, (check) => {
  const fresh = { userName: "", id: "", body: {} };
  const read = (scim: Endpoint, target: string) => scim.get(target, READ);
  const byName = (name: string) => `/Users?filter=${percentEncoded(`userName eq ${quoted(name)}`)}`;

  check("1 the first user of a page has id, names, userName, active and an e-mail", async (scim) => {
    await scim.makeUser();
    const reply = await read(scim, "/Users?count=1&startIndex=1");
    assert.equal(isList(reply).length, 1);
    for (const field of ["itemsPerPage", "startIndex", "totalResults"]) {
      assert.equal(typeof at(reply.json, field), "number", field);
    }
    hasSixFields(reply, "Resources", 0);
  });

  check("2 that user can be read by its id", async (scim) => {
    const first = textAt((await read(scim, "/Users?count=1&startIndex=1")).json, "Resources", 0, "id");
    const reply = await read(scim, `/Users/${first}`);
    isStatus(reply, 200);
    hasSixFields(reply);
    holds(reply, first, "id");
  });

  check("3 a filter on a name that does not exist is an empty list", async (scim) => {
    isList(await read(scim, byName("abcdefgh@atko.com")), 0);
  });

  check("4 an invalid id is a 404 with detail", async (scim) => {
    isError(await read(scim, "/Users/010101001010101011001010101011"), 404);
  });

  check("5 a random address is not there yet", async (scim) => {
    fresh.userName = `${scim.unique("okta")}@atko.com`;
    isList(await read(scim, byName(fresh.userName)), 0);
  });

  check("6 that user can be created", async (scim) => {
    fresh.body = {
      schemas: [USER],
      userName: fresh.userName,
      name: { givenName: "Isaac", familyName: "Brock" },
      emails: [{ primary: true, value: fresh.userName, type: "work" }],
      displayName: "Isaac Brock",
      active: true,
    };
    const reply = await scim.send("POST", "/Users", fresh.body, WRITE);
    isStatus(reply, 201);
    holds(reply, true, "active");
    holds(reply, fresh.userName, "userName");
    holds(reply, "Isaac", "name", "givenName");
    assert.ok(listAt(reply.json, "schemas").includes(USER));
    fresh.id = idIn(reply);
  });

  check("7 and read back", async (scim) => {
    const reply = await read(scim, `/Users/${fresh.id}`);
    holds(reply, fresh.userName, "userName");
    holds(reply, "Brock", "name", "familyName");
  });

  check("8 creating it again is a 409", async (scim) => {
    isStatus(await scim.send("POST", "/Users", fresh.body, WRITE), 409);
  });

  check("9 the filter finds it in upper case", async (scim) => {
    isList(await read(scim, byName(fresh.userName.toUpperCase())), 1);
  });

  check("10 groups can be listed in under 600 ms", async (scim) => {
    const started = performance.now();
    const reply = await read(scim, "/Groups");
    const ms = performance.now() - started;
    isList(reply);
    assert.ok(ms < 600, `took ${ms.toFixed(0)} ms`);
    if ((numberAt(reply.json, "totalResults") ?? 0) >= 1)
      assert.ok(Array.isArray(at(reply.json, "Resources")));
  });

  check("11 a token without the word Bearer is a 401", async (scim) => {
    isError(
      await scim.anonymously("GET", "/Users?startIndex=1&count=1", undefined, { Authorization: "non-token" }),
      401,
    );
  });

  check("12 another invalid id is a 404", async (scim) => {
    isError(await read(scim, "/Users/00919288221112222"), 404);
    await scim.send("DELETE", `/Users/${fresh.id}`);
  });
});

function hasSixFields(reply: Reply, ...path: readonly (string | number)[]): void {
  for (const field of [
    ["id"],
    ["userName"],
    ["name", "givenName"],
    ["name", "familyName"],
    ["emails", 0, "value"],
  ]) {
    assert.ok(textAt(reply.json, ...path, ...field), `${field.join(".")} is empty`);
  }
  assert.equal(typeof at(reply.json, ...path, "active"), "boolean", "active");
}

import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { makeWorld, type World } from "../../test/world.ts";
import { recordSignIn, type SignInRecord } from "../accounts/sign-ins.ts";
import { summarizeMatches } from "./match-summary.ts";
import { listSignIns } from "./sign-in-log.ts";
import { signInReference } from "./sign-in-reference.ts";

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
});
afterAll(() => db.drop());

const record = (given: Partial<SignInRecord>, tenantId = world.tenantId) =>
  recordSignIn(db.pool, { tenantId, method: "saml", ok: given.reason === undefined, ...given });
const find = async (q: string) =>
  (await listSignIns(db, world.tenantId, { q, limit: 10 })).map(({ nameId }) => nameId);

it("an admin finds a refused sign-in by the reference that the person was shown, and no other tenant's", async () => {
  const id = await record({ nameId: "one@acme.test", reason: "signature" });
  await record({ nameId: "two@acme.test", reason: "signature" });
  const elsewhere = await record(
    { nameId: "far@beta.test", reason: "signature" },
    (await makeWorld(db)).tenantId,
  );
  expect(await find(` ${signInReference(id).toUpperCase()} `)).toEqual(["one@acme.test"]);
  expect(await find(signInReference(elsewhere))).toEqual([]);
  expect(await find(signInReference(id).slice(1))).toEqual([]);
});

it("a search meets the NameID, the person and what was received, as it is typed", async () => {
  await record({ nameId: "opaque-7", reason: "not_provisioned", attributes: { mail: ["Grace@acme.test"] } });
  await record({ nameId: "mo@acme.test", personName: "Mo 100%", matchedBy: "email", userId: world.adminId });
  expect(await find("OPAQUE")).toEqual(["opaque-7"]);
  expect(await find("grace@")).toEqual(["opaque-7"]);
  expect(await find("mo 100%")).toEqual(["mo@acme.test"]);
  expect(await find("%")).toEqual(["mo@acme.test"]);
  expect(await find("")).toHaveLength(2);
});

it("the bridge counts every name once, by its last sign-in, and names those that nobody bears", async () => {
  await record({ nameId: "a", reason: "not_provisioned" });
  await record({ nameId: "A", matchedBy: "externalId" });
  await record({ nameId: "b", matchedBy: "externalId" });
  await record({ nameId: "c@acme.test", matchedBy: "email" });
  await record({ nameId: "left", reason: "not_provisioned" });
  await record({ nameId: "lost", reason: "not_provisioned" });
  await record({ nameId: "odd", reason: "signature" });
  expect(await summarizeMatches(db, world.tenantId)).toEqual({
    userName: 0,
    email: 1,
    externalId: 2,
    unmatched: 2,
    unmatchedNames: ["lost", "left"],
  });
  expect(await summarizeMatches(db, (await makeWorld(db)).tenantId)).toMatchObject({ unmatchedNames: [] });
});

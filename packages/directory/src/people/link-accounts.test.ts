import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditActions, makeWorld, type World } from "../../test/world.ts";
import { getPerson } from "./get-person.ts";
import { linkToProvisioning, mergeIntoProvisioned } from "./link-accounts.ts";
import { linkCandidates, successors } from "./link-candidate.ts";
import { personSessions } from "./person-sessions.ts";
import { personTeams } from "./person-teams.ts";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
});
afterAll(() => db.drop());

/** A local admin whom the identity provider tried to create, under a user name. */
async function conflict(userName = "Boss@acme.test"): Promise<string> {
  const id = await world.person({
    userName: "boss@acme.test",
    source: "local",
    role: "admin",
    passwordHash: "kept",
  });
  await world.event({
    outcome: "rejected",
    reason: "user.local_conflict",
    subjectKeys: ["boss@acme.test", "ol-1"],
    request: { userName, externalId: "OL-1" },
  });
  return id;
}

test("linking hands the account to SCIM under the names of the refused request, and keeps role and password", async () => {
  const id = await conflict();
  expect((await linkCandidates(db, world.tenantId, id)).refused).toMatchObject({ externalId: "OL-1" });
  expect(await linkToProvisioning(db, world.context, id)).toEqual({ ok: true, value: { userId: id } });
  expect(await getPerson(db, world.tenantId, id)).toMatchObject({
    userName: "Boss@acme.test",
    externalId: "OL-1",
    source: "scim",
    scimState: "live",
    role: "admin",
    hasPassword: true,
    attributes: { emails: [{ value: "boss@acme.test", primary: true }] },
  });
  expect(await auditActions(db, world.tenantId)).toEqual(["user.linked"]);
});

test("an account is linked once", async () => {
  const id = await conflict();
  await linkToProvisioning(db, world.context, id);
  expect(await linkToProvisioning(db, world.context, id)).toMatchObject({
    refusal: { code: "user.already_linked" },
  });
});

test.each(["scim", "local"] as const)("linking never gives two people one user name: %s", async (source) => {
  const id = await conflict("Chief@acme.test");
  await world.person({ userName: "CHIEF@acme.test", source });
  expect(await linkToProvisioning(db, world.context, id)).toMatchObject({
    refusal: { code: "user.username_taken" },
  });
  expect(await getPerson(db, world.tenantId, id)).toMatchObject({ source: "local" });
});

test("merging moves role, password, sessions and teams to the provisioned person, whose id stays", async () => {
  const local = await world.person({
    userName: "ada@old.test",
    displayName: "Ada Byron",
    source: "local",
    role: "admin",
    passwordHash: "kept",
  });
  const provisioned = await world.person({ userName: "ada@new.test", displayName: "Ada Byron" });
  const team = await world.team({ displayName: "infra", source: "manual" });
  await world.join(team, local, "manual");
  await world.session(local);

  expect((await linkCandidates(db, world.tenantId, local)).people).toMatchObject([{ id: provisioned }]);
  expect(await mergeIntoProvisioned(db, world.context, local, provisioned)).toEqual({
    ok: true,
    value: { userId: provisioned },
  });
  expect(await getPerson(db, world.tenantId, local)).toBeUndefined();
  expect(await getPerson(db, world.tenantId, provisioned)).toMatchObject({
    userName: "ada@new.test",
    role: "admin",
    hasPassword: true,
  });
  expect(await personTeams(db, world.tenantId, provisioned)).toMatchObject([
    { name: "infra", channels: ["manual"] },
  ]);
  expect(await personSessions(db, world.tenantId, provisioned)).toHaveLength(1);
});

test("nobody is merged into a person who could not sign in, nor into another local account", async () => {
  const local = await world.person({ source: "local" });
  const gone = await world.person({ active: false });
  const otherLocal = await world.person({ source: "local" });
  const merge = (into: string) => mergeIntoProvisioned(db, world.context, local, into);
  expect(await merge(gone)).toMatchObject({ refusal: { code: "user.deactivated" } });
  expect(await merge(otherLocal)).toMatchObject({ refusal: { code: "user.not_provisioned" } });
});

test("nobody whom the identity provider deleted is linked: they come back without the role and password of before", async () => {
  const former = await world.person({
    userName: "eve@acme.test",
    externalId: "ext-9",
    role: "admin",
    passwordHash: "kept",
  });
  await db.pool.query(`UPDATE "User" SET "scimState" = 'deleted', active = false WHERE id = $1`, [former]);
  const newer = await world.person({ userName: "eve@acme.test", externalId: "ext-9" });
  const refused = { ok: false, refusal: { code: "user.deprovisioned" } };
  expect(await linkToProvisioning(db, world.context, former)).toMatchObject(refused);
  expect(await mergeIntoProvisioned(db, world.context, former, newer)).toMatchObject(refused);
  expect(await getPerson(db, world.tenantId, newer)).toMatchObject({ role: "member", hasPassword: false });
});

test("accounts of two tenants are never linked", async () => {
  const stranger = await makeWorld(db);
  const theirs = await stranger.person();
  const local = await world.person({ source: "local" });
  expect(await mergeIntoProvisioned(db, world.context, local, theirs)).toMatchObject({
    refusal: { code: "user.not_found" },
  });
});

test("one whom a change of address left behind is merged into the newer; what the provider gave stays with it", async () => {
  const former = await world.person({ userName: "ada@old.test", externalId: "ext-7", role: "admin" });
  const newer = await world.person({ userName: "ada@new.test", externalId: "ext-7" });
  const [pushed, manual] = [
    await world.team({ displayName: "data" }),
    await world.team({ displayName: "infra", source: "manual" }),
  ];
  await world.join(pushed, former, "group");
  await world.join(manual, former, "manual");
  expect((await successors(db, world.tenantId, former)).people).toMatchObject([{ id: newer }]);
  expect((await successors(db, world.tenantId, newer)).people).toEqual([]);
  expect(await mergeIntoProvisioned(db, world.context, newer, former)).toMatchObject({ ok: false });
  expect(await mergeIntoProvisioned(db, world.context, former, newer)).toMatchObject({ ok: true });
  expect(await getPerson(db, world.tenantId, former)).toBeUndefined();
  expect(await getPerson(db, world.tenantId, newer)).toMatchObject({ role: "admin" });
  expect(await personTeams(db, world.tenantId, newer)).toMatchObject([{ name: "infra" }]);
});

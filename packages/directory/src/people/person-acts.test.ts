import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditActions, makeWorld, type World } from "../../test/world.ts";
import { deactivatePerson } from "./deactivate-person.ts";
import { deletePerson } from "./delete-person.ts";
import { getPerson } from "./get-person.ts";
import { endPersonSessions, personSessions } from "./person-sessions.ts";
import { reactivatePerson } from "./reactivate-person.ts";
import { setRole } from "./set-role.ts";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
});
afterAll(() => db.drop());

const refusal = (code: string) => ({ ok: false, refusal: { code } });

const receipt = expect.objectContaining({ method: expect.any(String), endedAt: expect.stringMatching(/Z$/) });

test("deactivating shuts a person out: inactive, named, every session over, audited", async () => {
  const id = await world.person();
  await world.session(id);
  await world.session(id);
  expect(await deactivatePerson(db, world.context, id)).toEqual({
    ok: true,
    value: { changed: true, endedSessions: 2 },
  });
  expect(await getPerson(db, world.tenantId, id)).toMatchObject({
    active: false,
    deactivatedBy: "Ada Admin",
  });
  expect(await personSessions(db, world.tenantId, id)).toEqual([]);
  const [entry] = await db.prisma.auditEntry.findMany({ where: { tenantId: world.tenantId } });
  expect(entry).toMatchObject({
    action: "user.deactivated",
    targetId: id,
    before: { active: true },
    after: { active: false, endedSessions: [receipt, receipt] },
    ip: "192.0.2.1",
  });
});

test("a session that nobody used for a day is over: it is neither listed nor counted as ended", async () => {
  const id = await world.person();
  await world.session(id);
  await db.pool.query(`UPDATE "Session" SET "lastSeenAt" = now() - interval '25 hours' WHERE "userId" = $1`, [
    id,
  ]);
  await world.session(id);
  expect(await personSessions(db, world.tenantId, id)).toHaveLength(1);
  expect(await endPersonSessions(db, world.context, id)).toEqual({ ok: true, value: { ended: 1 } });
  expect(await db.prisma.session.count({ where: { userId: id, revokedAt: null } })).toBe(0);
});

test("deactivating twice changes and records nothing the second time", async () => {
  const id = await world.person();
  await deactivatePerson(db, world.context, id);
  expect(await deactivatePerson(db, world.context, id)).toMatchObject({ value: { changed: false } });
  expect(await auditActions(db, world.tenantId)).toEqual(["user.deactivated"]);
});

test("a deactivated person comes back with role and teams", async () => {
  const id = await world.person({ role: "admin", active: false });
  const team = await world.team({ displayName: "data" });
  await world.join(team, id);
  expect(await reactivatePerson(db, world.context, id)).toEqual({ ok: true, value: { changed: true } });
  expect(await getPerson(db, world.tenantId, id)).toMatchObject({
    active: true,
    role: "admin",
    deactivatedBy: null,
  });
});

test("somebody whom the identity provider deleted comes back only through it", async () => {
  const id = await world.person({ scimState: "deleted", active: false });
  expect(await reactivatePerson(db, world.context, id)).toMatchObject(refusal("user.deprovisioned"));
});

test("nobody deactivates or deletes themselves", async () => {
  expect(await deactivatePerson(db, world.context, world.adminId)).toMatchObject(refusal("user.is_self"));
  expect(await deletePerson(db, world.context, world.adminId)).toMatchObject(refusal("user.is_self"));
});

test("the last admin who can sign in is neither demoted, deactivated nor deleted, and nothing is half done", async () => {
  const other = { ...world.context, actor: { id: null, name: "cli" } };
  for (const attempt of [
    setRole(db, other, world.adminId, "member", "admin"),
    setRole(db, other, world.adminId, null, "admin"),
    deactivatePerson(db, other, world.adminId),
    deletePerson(db, other, world.adminId),
  ]) {
    expect(await attempt).toMatchObject(refusal("user.last_admin"));
  }
  expect(await getPerson(db, world.tenantId, world.adminId)).toMatchObject({ active: true, role: "admin" });
  expect(await auditActions(db, world.tenantId)).toEqual([]);
});

test("two admins who demote each other at once: one succeeds, one is refused", async () => {
  const second = await world.person({ source: "local", role: "admin", passwordHash: "x" });
  const results = await Promise.all([
    setRole(db, world.context, second, "member", "admin"),
    setRole(db, { ...world.context, actor: { id: second, name: "B" } }, world.adminId, "member", "admin"),
  ]);
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
});

test("taking a role back leaves the teams to decide", async () => {
  const team = await world.team({ displayName: "admins", grantsRole: "admin" });
  const id = await world.person({ role: "member" });
  await world.join(team, id);
  expect(await getPerson(db, world.tenantId, id)).toMatchObject({ role: "member", givenRole: "member" });
  await setRole(db, world.context, id, null, "member");
  expect(await getPerson(db, world.tenantId, id)).toMatchObject({ role: "admin", givenRole: null });
});

test("a role on top of the role that somebody else gave meanwhile is refused", async () => {
  const id = await world.person();
  await setRole(db, world.context, id, "admin", null);
  expect(await setRole(db, world.context, id, "member", null)).toMatchObject(refusal("user.changed"));
  expect(await getPerson(db, world.tenantId, id)).toMatchObject({ givenRole: "admin" });
});

test("a local person can be deleted, a provisioned one never", async () => {
  const local = await world.person({ source: "local" });
  const provisioned = await world.person();
  expect(await deletePerson(db, world.context, local)).toMatchObject({ ok: true });
  expect(await getPerson(db, world.tenantId, local)).toBeUndefined();
  expect(await deletePerson(db, world.context, provisioned)).toMatchObject(refusal("user.provisioned"));
  expect(await auditActions(db, world.tenantId)).toEqual(["user.deleted"]);
});

test("an admin signs a person out everywhere", async () => {
  const id = await world.person();
  await world.session(id);
  expect(await endPersonSessions(db, world.context, id)).toEqual({ ok: true, value: { ended: 1 } });
  expect(await endPersonSessions(db, world.context, id)).toEqual({ ok: true, value: { ended: 0 } });
  expect(await auditActions(db, world.tenantId)).toEqual(["user.sessions_ended"]);
});

test("no act reaches into another tenant", async () => {
  const stranger = await makeWorld(db);
  const id = await stranger.person({ source: "local" });
  for (const attempt of [
    deactivatePerson(db, world.context, id),
    reactivatePerson(db, world.context, id),
    setRole(db, world.context, id, "admin", null),
    deletePerson(db, world.context, id),
    endPersonSessions(db, world.context, id),
  ]) {
    expect(await attempt).toMatchObject(refusal("user.not_found"));
  }
  expect(await getPerson(db, world.tenantId, id)).toBeUndefined();
});

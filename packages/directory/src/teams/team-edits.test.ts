import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditActions, makeWorld, type World } from "../../test/world.ts";
import { personTeams } from "../people/person-teams.ts";
import { adoptTeam, releaseTeam } from "./adopt-team.ts";
import { createTeam } from "./create-team.ts";
import { editTeam } from "./edit-team.ts";
import { getTeam } from "./get-team.ts";
import { teamMembers } from "./team-members.ts";
import { addMembers, emptyTeam, removeMembers } from "./team-membership.ts";
import { teamOrigin } from "./team-origin.ts";

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

test("who was deleted by the identity provider is put into no team, and does not come back into one", async () => {
  const made = await createTeam(db, world.context, { name: "infra", description: "" });
  if (!made.ok) throw new Error(made.refusal.code);
  const gone = await world.person({ scimState: "deleted", active: false });
  expect(await addMembers(db, world.context, made.value.id, [gone])).toEqual({
    ok: true,
    value: { changed: 0 },
  });
});

test("a manual team is made, renamed, filled and emptied, each audited", async () => {
  const made = await createTeam(db, world.context, { name: "infra", description: "Keeps it up" });
  if (!made.ok) throw new Error(made.refusal.code);
  const { id } = made.value;
  expect(await editTeam(db, world.context, id, { name: "platform" }, { name: "infra" })).toEqual({
    ok: true,
    value: { changed: true },
  });
  const people = [await world.person(), await world.person({ source: "local" })];
  expect(await addMembers(db, world.context, id, [...people, ...people])).toEqual({
    ok: true,
    value: { changed: 2 },
  });
  expect(await addMembers(db, world.context, id, people)).toEqual({ ok: true, value: { changed: 0 } });
  expect(await teamMembers(db, world.tenantId, id, { page: 1, size: 1 })).toMatchObject({
    total: 2,
    members: [{ role: "member", recovery: false }],
  });
  expect(await removeMembers(db, world.context, id, people.slice(0, 1))).toEqual({
    ok: true,
    value: { changed: 1 },
  });
  expect(await emptyTeam(db, world.context, id)).toEqual({ ok: true, value: { changed: 1 } });
  expect(await getTeam(db, world.tenantId, id)).toMatchObject({
    name: "platform",
    memberCount: 0,
    source: "manual",
  });
  expect(await auditActions(db, world.tenantId)).toEqual([
    "team.created",
    "team.edited",
    "team.members_added",
    "team.members_removed",
    "team.emptied",
  ]);
});

test("a team name follows the rule and is had once, whatever the source and the case", async () => {
  await world.team({ displayName: "Data Science", name: "data-science" });
  for (const [name, code] of [
    ["Platform Engineering", "team.name_invalid"],
    ["x".repeat(37), "team.name_invalid"],
    ["", "team.name_invalid"],
    ["data-science", "team.name_taken"],
  ] as const) {
    expect(await createTeam(db, world.context, { name }), name).toMatchObject(refusal(code));
  }
});

test("two admins who make the same team at once: one does", async () => {
  const results = await Promise.all([
    createTeam(db, world.context, { name: "same" }),
    createTeam(db, world.context, { name: "Same" }),
  ]);
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
});

test("an edit on top of somebody else's edit of the same field is refused, not made silently", async () => {
  const id = await world.team({ displayName: "infra", source: "manual" });
  const seen = { name: "infra", description: null, grantsRole: null };
  await editTeam(db, world.context, id, { description: "first" }, seen);
  expect(await editTeam(db, world.context, id, { description: "second" }, seen)).toMatchObject(
    refusal("team.changed"),
  );
  expect(await editTeam(db, world.context, id, { description: "first" }, seen)).toMatchObject({
    value: { changed: false },
  });
  expect(await getTeam(db, world.tenantId, id)).toMatchObject({ description: "first" });
});

test("an edit of another field, or a push of members meanwhile, is in nobody's way", async () => {
  const id = await world.team({ displayName: "infra", source: "manual" });
  const seen = { name: "infra", description: null, grantsRole: null };
  await editTeam(db, world.context, id, { description: "first" }, seen);
  await addMembers(db, world.context, id, [await world.person()]);
  expect(await editTeam(db, world.context, id, { name: "platform" }, seen)).toMatchObject({ ok: true });
  expect(await getTeam(db, world.tenantId, id)).toMatchObject({ name: "platform", description: "first" });
});

test("a synced team keeps its name and its members; description and role are the admin's", async () => {
  const id = await world.team({ displayName: "data" });
  const person = await world.person();
  expect(await editTeam(db, world.context, id, { name: "data2" }, { name: "data" })).toMatchObject(
    refusal("team.managed"),
  );
  expect(await addMembers(db, world.context, id, [person])).toMatchObject(refusal("team.managed"));
  expect(await emptyTeam(db, world.context, id)).toMatchObject(refusal("team.managed"));
  expect(await editTeam(db, world.context, id, { description: "D", grantsRole: "admin" }, {})).toMatchObject({
    ok: true,
  });
  const entry = await db.prisma.auditEntry.findFirst({ where: { tenantId: world.tenantId } });
  expect(entry).toMatchObject({
    before: { description: null, grantsRole: null },
    after: { description: "D", grantsRole: "admin" },
  });
});

test("while SCIM is off, synced teams are editable like any other", async () => {
  const id = await world.team({ displayName: "data" });
  await world.scim(false);
  expect(await editTeam(db, world.context, id, { name: "data2" }, { name: "data" })).toMatchObject({
    ok: true,
  });
  expect(await addMembers(db, world.context, id, [await world.person()])).toMatchObject({ ok: true });
  expect(await getTeam(db, world.tenantId, id)).toMatchObject({
    displayName: "data2",
    memberCount: 1,
    source: "scim",
  });
});

test("the role through which the last admin is one cannot be taken from the team, nor can they be taken out", async () => {
  const team = await world.team({ displayName: "admins", source: "manual", grantsRole: "admin" });
  await db.prisma.user.updateMany({ where: { id: world.adminId }, data: { role: null } });
  await world.join(team, world.adminId, "manual");
  const last = refusal("user.last_admin");
  expect(
    await editTeam(db, world.context, team, { grantsRole: null }, { grantsRole: "admin" }),
  ).toMatchObject(last);
  expect(await removeMembers(db, world.context, team, [world.adminId])).toMatchObject(last);
  expect(await emptyTeam(db, world.context, team)).toMatchObject(last);
  expect(await getTeam(db, world.tenantId, team)).toMatchObject({ grantsRole: "admin", memberCount: 1 });
});

test("adopting makes a manual team the identity provider's; people it does not know stay members by hand", async () => {
  const team = await world.team({ displayName: "data", source: "manual" });
  const provisioned = await world.person();
  const local = await world.person({ source: "local" });
  await world.join(team, provisioned, "manual");
  await world.join(team, local, "manual");
  expect(await adoptTeam(db, world.context, team)).toEqual({ ok: true, value: { members: 2 } });
  expect(await getTeam(db, world.tenantId, team)).toMatchObject({
    source: "scim",
    synced: true,
    through: { group: 1, attribute: 0, manual: 1 },
  });
  expect(await adoptTeam(db, world.context, team)).toMatchObject(refusal("team.already_so"));
});

test("releasing takes a team out of the identity provider's hands with all its members, each once", async () => {
  const team = await world.team({ displayName: "data" });
  const person = await world.person();
  await world.join(team, person, "group");
  await world.join(team, person, "attribute");
  expect(await releaseTeam(db, world.context, team)).toEqual({ ok: true, value: { members: 1 } });
  expect(await personTeams(db, world.tenantId, person)).toMatchObject([
    { source: "manual", channels: ["manual"] },
  ]);
  expect(await auditActions(db, world.tenantId)).toEqual(["team.released"]);
});

test("where a team comes from: first seen, the last request that carried it, how many people carry it", async () => {
  const id = await world.team({ displayName: "data" });
  const person = await world.person({ receivedGroups: ["data"], receivedGroupsAt: new Date() });
  await world.join(id, person, "attribute");
  await world.event({ resourceType: "Group", resourceId: id, operation: "group.create" });
  const carried = await world.event({ resourceId: person, operation: "user.replace", groupsValue: "1" });
  await world.event({ resourceId: person, operation: "user.update", groupsValue: "absent" });
  expect(await teamOrigin(db, world.tenantId, id)).toMatchObject({
    carriers: 1,
    last: { eventId: carried, through: "attribute" },
  });
});

test("another tenant's teams and people stay out of reach", async () => {
  const stranger = await makeWorld(db);
  const theirs = await stranger.team({ displayName: "theirs", source: "manual" });
  const mine = await world.team({ displayName: "mine", source: "manual" });
  const theirPerson = await stranger.person();
  expect(await addMembers(db, world.context, mine, [theirPerson])).toEqual({
    ok: true,
    value: { changed: 0 },
  });
  for (const attempt of [
    editTeam(db, world.context, theirs, { description: "x" }, {}),
    addMembers(db, world.context, theirs, []),
    adoptTeam(db, world.context, theirs),
    releaseTeam(db, world.context, theirs),
  ]) {
    expect(await attempt).toMatchObject(refusal("team.not_found"));
  }
  expect(await getTeam(db, world.tenantId, theirs)).toBeUndefined();
  expect(await teamOrigin(db, world.tenantId, theirs)).toBeUndefined();
});

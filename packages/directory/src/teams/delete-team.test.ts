import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditActions, daysAgo, makeWorld, type World } from "../../test/world.ts";
import { deleteStaleTeams } from "./delete-stale-teams.ts";
import { deleteTeam } from "./delete-team.ts";
import { deletionImpact } from "./deletion-impact.ts";
import { getTeam } from "./get-team.ts";
import { undoDeletion } from "./undo-deletion.ts";

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
const stale = (displayName: string) =>
  world.team({ displayName, createdAt: daysAgo(90), lastNonEmptyAt: daysAgo(34) });

test("the impact names who is in the team, who loses the admin role with it, and whether it may come back", async () => {
  const team = await world.team({ displayName: "ops", grantsRole: "admin" });
  const other = await world.team({ displayName: "root", grantsRole: "admin" });
  const loses = await world.person({ displayName: "Loses" });
  const keepsByHand = await world.person({ displayName: "Keeps by hand", role: "admin" });
  const keepsByTeam = await world.person({ displayName: "Keeps by team" });
  for (const id of [loses, keepsByHand, keepsByTeam]) await world.join(team, id);
  await world.join(other, keepsByTeam);

  const impact = await deletionImpact(db, world.tenantId, team);
  expect(impact).toMatchObject({ memberCount: 3, grantsRole: "admin", mayReturn: true, typed: true });
  expect(impact?.members.map((member) => member.name)).toEqual(["Keeps by hand", "Keeps by team", "Loses"]);
  expect(impact?.losingAdmin.map((person) => person.name)).toEqual(["Loses"]);
  await world.scim(false);
  expect(await deletionImpact(db, world.tenantId, team)).toMatchObject({ mayReturn: false });
});

test("a team that has something to lose goes only when its name is typed", async () => {
  const team = await world.team({ displayName: "data" });
  await world.join(team, await world.person());
  expect(await deleteTeam(db, world.context, team, "date")).toMatchObject(refusal("team.confirmation_wrong"));
  expect(await deleteTeam(db, world.context, team, undefined)).toMatchObject(
    refusal("team.confirmation_wrong"),
  );
  expect(await deleteTeam(db, world.context, team, "data")).toMatchObject({ ok: true });
  expect(await getTeam(db, world.tenantId, team)).toBeUndefined();
});

test("an empty team goes with one confirmation, and nothing stands in the way of its return", async () => {
  const team = await stale("ml-old");
  expect(await deleteTeam(db, world.context, team, undefined)).toMatchObject({ ok: true });
  expect(await auditActions(db, world.tenantId)).toEqual(["team.deleted"]);
  expect(await getTeam(db, world.tenantId, await world.team({ displayName: "ml-old" }))).toMatchObject({
    displayName: "ml-old",
  });
});

test("the team through which the last admin is one cannot be deleted", async () => {
  const alone = await makeWorld(db);
  const team = await alone.team({ displayName: "admins", grantsRole: "admin" });
  await db.prisma.user.updateMany({ where: { id: alone.adminId }, data: { role: null } });
  await alone.join(team, alone.adminId, "manual");
  expect(await deleteTeam(db, alone.context, team, "admins")).toMatchObject(refusal("user.last_admin"));
  expect(await getTeam(db, alone.tenantId, team)).toMatchObject({ memberCount: 1 });
});

test("undo brings a team back with its id, its role and the members who still exist", async () => {
  const team = await world.team({ displayName: "data", grantsRole: "admin", lastTouchedAt: daysAgo(3) });
  const stays = await world.person();
  const leaves = await world.person({ source: "local" });
  await world.join(team, stays, "group");
  await world.join(team, stays, "attribute");
  await world.join(team, leaves, "manual");
  await deleteTeam(db, world.context, team, "data");
  await db.prisma.user.deleteMany({ where: { id: leaves } });

  expect(await undoDeletion(db, world.context, team)).toEqual({
    ok: true,
    value: { displayName: "data", members: 1, missing: 1 },
  });
  expect(await getTeam(db, world.tenantId, team)).toMatchObject({
    grantsRole: "admin",
    through: { group: 1, attribute: 1, manual: 0 },
  });
  expect(await undoDeletion(db, world.context, team)).toMatchObject(refusal("team.undo_over"));
  expect(await auditActions(db, world.tenantId)).toEqual(["team.deleted", "team.restored"]);
});

test("undo is over after ten minutes", async () => {
  const team = await stale("late");
  await deleteTeam(db, world.context, team, undefined);
  await db.prisma.deletedTeam.updateMany({ where: { id: team }, data: { undoUntil: daysAgo(0, 1) } });
  expect(await undoDeletion(db, world.context, team)).toMatchObject(refusal("team.undo_over"));
});

test("undo does not make a second team when the identity provider was faster", async () => {
  const team = await stale("race");
  await deleteTeam(db, world.context, team, undefined);
  await world.team({ displayName: "race" });
  expect(await undoDeletion(db, world.context, team)).toMatchObject(refusal("team.name_taken"));
});

test("several left-over teams go together, each with its own entry and its own undo", async () => {
  const teams = [await stale("one"), await stale("two")];
  expect(await deleteStaleTeams(db, world.context, teams, "delete 3 teams")).toMatchObject(
    refusal("team.confirmation_wrong"),
  );
  const result = await deleteStaleTeams(db, world.context, teams, "delete 2 teams");
  expect(result).toMatchObject({ ok: true, value: [{}, {}] });
  expect(await auditActions(db, world.tenantId)).toEqual(["team.deleted", "team.deleted"]);
  for (const id of teams) expect(await undoDeletion(db, world.context, id)).toMatchObject({ ok: true });
});

test("one team that is not left over stops the whole bulk deletion", async () => {
  const left = await stale("one");
  const busy = await stale("busy");
  await world.join(busy, await world.person());
  expect(await deleteStaleTeams(db, world.context, [left, busy], "delete 2 teams")).toMatchObject({
    ok: false,
    refusal: { code: "team.not_stale", about: { name: "busy" } },
  });
  expect(await getTeam(db, world.tenantId, left)).toBeDefined();
});

test("another tenant's team is not found by any of it", async () => {
  const stranger = await makeWorld(db);
  const team = await stranger.team({ displayName: "theirs" });
  expect(await deletionImpact(db, world.tenantId, team)).toBeUndefined();
  expect(await deleteTeam(db, world.context, team, "theirs")).toMatchObject(refusal("team.not_found"));
  await deleteTeam(db, stranger.context, team, undefined);
  expect(await undoDeletion(db, world.context, team)).toMatchObject(refusal("team.undo_over"));
});

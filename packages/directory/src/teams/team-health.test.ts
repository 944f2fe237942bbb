import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { daysAgo, makeWorld, type World } from "../../test/world.ts";
import { getTeam } from "./get-team.ts";
import { keepTeam } from "./keep-team.ts";
import { countPresets, listTeams } from "./list-teams.ts";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
});
afterAll(() => db.drop());

const health = async (id: string) => (await getTeam(db, world.tenantId, id))?.health;

test("empty since more than a day, after members: possibly stale, with the moment the last one left", async () => {
  const emptied = daysAgo(34);
  const id = await world.team({ displayName: "ml-old", createdAt: daysAgo(90), lastNonEmptyAt: emptied });
  const team = await getTeam(db, world.tenantId, id);
  expect(team?.health).toBe("possibly_stale");
  expect(new Date(team?.evidence.emptySince ?? 0)).toEqual(emptied);
});

test("emptied an hour ago: nothing yet, roles are moved about", async () => {
  expect(await health(await world.team({ displayName: "fresh", lastNonEmptyAt: daysAgo(0, 1) }))).toBe(
    "none",
  );
});

test("no member ever, for a week: empty, not stale", async () => {
  expect(await health(await world.team({ displayName: "nobody", createdAt: daysAgo(8) }))).toBe("empty");
  expect(await health(await world.team({ displayName: "new", createdAt: daysAgo(6) }))).toBe("none");
});

test("quiet for a year with members: nothing, quiet is normal", async () => {
  const id = await world.team({ displayName: "quiet", createdAt: daysAgo(400), lastTouchedAt: daysAgo(365) });
  await world.join(id, await world.person({ receivedGroups: ["quiet"], receivedGroupsAt: daysAgo(365) }));
  await world.join(id, await world.person());
  expect(await health(id)).toBe("none");
});

test("unmentioned for 90 days while members' payloads name other groups: possibly stale", async () => {
  const id = await world.team({ displayName: "left", createdAt: daysAgo(400), lastTouchedAt: daysAgo(120) });
  await world.join(id, await world.person({ receivedGroups: ["data"], receivedGroupsAt: daysAgo(3) }));
  await world.join(id, await world.person({ receivedGroups: [], receivedGroupsAt: daysAgo(3) }));
  const team = await getTeam(db, world.tenantId, id);
  expect(team).toMatchObject({ health: "possibly_stale", evidence: { updatedWithout: 1, emptySince: null } });
});

test("a manual team is never called stale or empty", async () => {
  const id = await world.team({
    displayName: "by-hand",
    source: "manual",
    createdAt: daysAgo(400),
    lastNonEmptyAt: daysAgo(100),
  });
  expect(await health(id)).toBe("none");
});

test("keeping a team quiets its badge for 30 days, not for ever", async () => {
  const id = await world.team({ displayName: "ml-old", createdAt: daysAgo(90), lastNonEmptyAt: daysAgo(34) });
  await keepTeam(db, world.context, id);
  expect(await health(id)).toBe("kept");
  await db.prisma.team.updateMany({ where: { id }, data: { keptUntil: daysAgo(1) } });
  expect(await health(id)).toBe("possibly_stale");
});

test("a pushed group that was turned away because of this manual team: name clash, with the request", async () => {
  const id = await world.team({ displayName: "Data", source: "manual" });
  const eventId = await world.event({
    resourceType: "Group",
    operation: "group.create",
    outcome: "rejected",
    reason: "group.manual_clash",
    subjectKeys: ["data"],
  });
  expect(await getTeam(db, world.tenantId, id)).toMatchObject({
    health: "name_clash",
    evidence: { eventId },
  });
});

test("a rejected update shows until a later request touches the team", async () => {
  const id = await world.team({ displayName: "data", lastTouchedAt: daysAgo(2) });
  await world.event({
    resourceType: "Group",
    resourceId: id,
    operation: "group.update",
    outcome: "rejected",
    reason: "group.name_invalid",
    at: daysAgo(1),
  });
  expect(await getTeam(db, world.tenantId, id)).toMatchObject({
    health: "update_rejected",
    evidence: { reason: "group.name_invalid" },
  });
  await db.prisma.team.updateMany({ where: { id }, data: { lastTouchedAt: new Date() } });
  expect(await health(id)).toBe("none");
});

test("presets count and list what they name; search and sort are the database's", async () => {
  const data = await world.team({ displayName: "Data Science", name: "data-science" });
  await world.team({ displayName: "infra", source: "manual" });
  await world.team({ displayName: "ml-old", createdAt: daysAgo(90), lastNonEmptyAt: daysAgo(34) });
  for (let member = 0; member < 3; member++) {
    const person = await world.person();
    await world.join(data, person, "group");
    await world.join(data, person, "attribute");
  }
  expect(await countPresets(db, world.tenantId)).toEqual({ all: 3, scim: 2, manual: 1, stale: 1 });

  const query = { preset: "all", sort: "name", descending: false, page: 1, size: 25 } as const;
  const list = async (change: Partial<Parameters<typeof listTeams>[2]>) =>
    (await listTeams(db, world.tenantId, { ...query, ...change })).teams.map((team) => team.displayName);
  expect(await list({})).toEqual(["Data Science", "infra", "ml-old"]);
  expect(await list({ preset: "stale" })).toEqual(["ml-old"]);
  expect(await list({ preset: "manual" })).toEqual(["infra"]);
  expect(await list({ search: "DATA-sci" })).toEqual(["Data Science"]);
  expect(await list({ sort: "members", descending: true, size: 1 })).toEqual(["Data Science"]);
  const { teams, total } = await listTeams(db, world.tenantId, { ...query, size: 1 });
  expect({ total, members: teams[0]?.memberCount }).toEqual({ total: 3, members: 3 });
  expect(await listTeams(db, world.tenantId, { ...query, page: 9 })).toEqual({ teams: [], total: 3 });
});

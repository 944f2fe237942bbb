import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { daysAgo, makeWorld, type World } from "../../test/world.ts";
import { listPeople } from "./list-people.ts";
import type { PeopleQuery } from "./people-query.ts";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.drop());

const QUERY: PeopleQuery = { status: "active", sort: "name", descending: false, page: 1, size: 25 };

async function names(query: Partial<PeopleQuery>, tenantId = world.tenantId): Promise<string[]> {
  const page = await listPeople(db, tenantId, { ...QUERY, ...query });
  return page.people.map((person) => person.name);
}

test("a search reads names, e-mail, user name and external id, in any case, and every word must occur", async () => {
  await world.person({
    givenName: "Grace",
    familyName: "Hopper",
    userName: "ghopper",
    email: "grace@navy.test",
    externalId: "OL-4711",
  });
  for (const search of ["grace hop", "GHOP", "navy.test", "ol-47", "hopper grace"]) {
    expect(await names({ search }), search).toEqual(["Grace Hopper"]);
  }
  expect(await names({ search: "grace lovelace" })).toEqual([]);
});

test("a whole id finds its person", async () => {
  const id = await world.person({ displayName: "By Id" });
  expect(await names({ search: id })).toEqual(["By Id"]);
});

test("people who were picked are found whatever their status, and nobody else", async () => {
  const [here, gone] = [
    await world.person({ displayName: "Picked Here" }),
    await world.person({ displayName: "Picked Gone", active: false }),
  ];
  await world.person({ displayName: "Picked Not" });
  expect(await names({ ids: [here, gone], status: "all" })).toEqual(["Picked Gone", "Picked Here"]);
  const stranger = await makeWorld(db);
  expect(await names({ ids: [here], status: "all" }, stranger.tenantId)).toEqual([]);
});

test("the wildcards of LIKE find only themselves", async () => {
  await world.person({ displayName: "100% Percy" });
  expect(await names({ search: "0%" })).toEqual(["100% Percy"]);
  expect(await names({ search: "\\" })).toEqual([]);
});

test("deactivated people are hidden by default, and counted", async () => {
  await world.person({ displayName: "Zed Left", active: false });
  const page = await listPeople(db, world.tenantId, { ...QUERY, search: "zed" });
  expect(page).toMatchObject({ people: [], total: 0, hiddenDeactivated: 1 });
  expect(await names({ search: "zed", status: "deactivated" })).toEqual(["Zed Left"]);
  expect(await names({ search: "zed", status: "all" })).toEqual(["Zed Left"]);
});

test("pages follow the sort without gaps or repeats", async () => {
  const other = await makeWorld(db);
  for (const name of ["delta", "Alpha", "charlie", "Bravo"]) {
    await other.person({ displayName: name, lastSignInAt: daysAgo(name.length) });
  }
  const read = async (page: number, descending: boolean) =>
    names({ page, size: 2, descending, source: "scim" }, other.tenantId);
  expect([...(await read(1, false)), ...(await read(2, false))]).toEqual([
    "Alpha",
    "Bravo",
    "charlie",
    "delta",
  ]);
  expect(await read(1, true)).toEqual(["delta", "charlie"]);
  expect(await names({ sort: "lastSignIn", descending: true, page: 3, size: 2 }, other.tenantId)).toEqual([
    "Ada Admin",
  ]);
});

test("a person in one team through two channels is in it once; the first two teams are named", async () => {
  const id = await world.person({ displayName: "Many Teams" });
  for (const displayName of ["zebra", "data", "infra"]) {
    const team = await world.team({ displayName });
    await world.join(team, id, "group");
    if (displayName === "data") await world.join(team, id, "attribute");
  }
  const { people } = await listPeople(db, world.tenantId, { ...QUERY, search: "many teams" });
  expect(people[0]).toMatchObject({ teamCount: 3, teams: [{ name: "data" }, { name: "infra" }] });
});

test("a role given by hand wins over one that a team grants", async () => {
  const team = await world.team({ displayName: "admins", grantsRole: "admin" });
  const inherits = await world.person({ displayName: "Role Inherits" });
  const held = await world.person({ displayName: "Role Held", role: "member" });
  await world.join(team, inherits);
  await world.join(team, held);
  const { people } = await listPeople(db, world.tenantId, { ...QUERY, teamId: team });
  expect(people.map((person) => [person.name, person.role])).toEqual([
    ["Role Held", "member"],
    ["Role Inherits", "admin"],
  ]);
});

test("someone has a problem from a rejected change until a later one is accepted", async () => {
  const id = await world.person({ displayName: "Troubled", userName: "troubled@acme.test" });
  await world.person({ displayName: "Untroubled", userName: "fine@acme.test" });
  const eventId = await world.event({
    outcome: "rejected",
    reason: "user.email_missing",
    subjectKeys: ["troubled@acme.test"],
  });
  const { people } = await listPeople(db, world.tenantId, { ...QUERY, problem: true });
  expect(people.map((person) => person.name)).toEqual(["Troubled"]);
  expect(people[0]?.problem).toEqual({ eventId, reason: "user.email_missing" });

  await db.prisma.user.updateMany({ where: { id }, data: { lastProvisionedAt: new Date() } });
  expect(await names({ problem: true })).toEqual([]);
});

test("another tenant's people, teams and problems are not there", async () => {
  const stranger = await makeWorld(db);
  const team = await stranger.team({ displayName: "theirs" });
  const id = await stranger.person({ displayName: "Stranger Danger" });
  await stranger.join(team, id);
  expect(await names({ search: "stranger" })).toEqual([]);
  expect(await names({ search: id })).toEqual([]);
  expect(await names({ teamId: team })).toEqual([]);
});

import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditActions, makeWorld } from "../../test/world.ts";
import { exportPeople } from "./export-people.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("an export names every team of a person once, in whatever ways they are in it, and is audited", async () => {
  const world = await makeWorld(db);
  const busy = await world.person({ displayName: "Busy" });
  await world.person({ displayName: "Free" });
  for (const displayName of ["ops", "data", "web"]) {
    const team = await world.team({ displayName });
    await world.join(team, busy);
    if (displayName === "data") await world.join(team, busy, "attribute");
  }
  const people = await exportPeople(db, world.context, { status: "active", source: "scim" });
  expect(people.map(({ name, teamCount, teamNames }) => ({ name, teamCount, teamNames }))).toEqual([
    { name: "Busy", teamCount: 3, teamNames: ["data", "ops", "web"] },
    { name: "Free", teamCount: 0, teamNames: [] },
  ]);
  expect(await auditActions(db, world.tenantId)).toEqual(["users.exported"]);
});

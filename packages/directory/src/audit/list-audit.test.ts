import { transaction } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditActions, daysAgo, makeWorld, type World } from "../../test/world.ts";
import { deleteTeam } from "../teams/delete-team.ts";
import { undoDeletion } from "../teams/undo-deletion.ts";
import { auditEntries, listAudit } from "./list-audit.ts";
import { recordAudit } from "./record-audit.ts";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
});
afterAll(() => db.drop());

const record = (action: `${string}.${string}`, targetName: string) =>
  transaction(db, (client) =>
    recordAudit(client, { ...world.context, action, target: { type: "team", id: "t1", name: targetName } }),
  );
const PAGE = { page: 1, size: 25 };

test("an act that is rolled back leaves no entry", async () => {
  const failing = transaction(db, async (client) => {
    await recordAudit(client, { ...world.context, action: "team.deleted" });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await auditActions(db, world.tenantId)).toEqual([]);
});

test("entries are listed newest first, by page, with the areas there are", async () => {
  for (const name of ["one", "two", "three"]) await record("team.deleted", name);
  await record("scim_token.regenerated", "four");
  const page = await listAudit(db, world.tenantId, { page: 1, size: 2 });
  expect(page).toMatchObject({ total: 4, areas: ["scim_token", "team"] });
  expect(page.entries.map((entry) => entry.targetName)).toEqual(["four", "three"]);
  const second = await listAudit(db, world.tenantId, { page: 2, size: 2 });
  expect(second.entries.map((entry) => entry.targetName)).toEqual(["two", "one"]);
});

test("filters by area, words, time and one entry", async () => {
  const id = await record("team.deleted", "Data Science");
  await record("user.deactivated", "Grace Hopper");
  const names = async (filter: Parameters<typeof auditEntries>[2]) =>
    (await auditEntries(db, world.tenantId, filter, 10)).map((entry) => entry.targetName);
  expect(await names({ area: "team" })).toEqual(["Data Science"]);
  expect(await names({ search: "ada HOPPER" })).toEqual(["Grace Hopper"]);
  expect(await names({ entryId: id })).toEqual(["Data Science"]);
  expect(await names({ since: daysAgo(-1) })).toEqual([]);
  expect(await names({ area: "te_m" })).toEqual([]);
});

test("the deletion of a team says until when it can be undone, and only the last one of that team", async () => {
  const team = await world.team({ displayName: "infra", source: "manual" });
  const undoable = async () =>
    (await listAudit(db, world.tenantId, PAGE)).entries.map(({ action, undoUntil }) => [
      action,
      undoUntil !== null,
    ]);
  await deleteTeam(db, world.context, team, undefined);
  expect(await undoable()).toEqual([["team.deleted", true]]);
  await undoDeletion(db, world.context, team);
  await deleteTeam(db, world.context, team, undefined);
  expect(await undoable()).toEqual([
    ["team.deleted", true],
    ["team.restored", false],
    ["team.deleted", false],
  ]);
  await db.prisma.deletedTeam.updateMany({ where: { id: team }, data: { undoUntil: daysAgo(0, 1) } });
  expect((await undoable())[0]).toEqual(["team.deleted", false]);
});

test("a tenant reads its own log only", async () => {
  await record("team.deleted", "mine");
  const stranger = await makeWorld(db);
  expect((await listAudit(db, stranger.tenantId, PAGE)).entries).toEqual([]);
});

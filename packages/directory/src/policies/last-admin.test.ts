import { transaction } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../test/world.ts";
import { isSetupOpen } from "../accounts/setup.ts";
import { mergeIntoProvisioned } from "../people/link-accounts.ts";
import { setRole } from "../people/set-role.ts";
import { editTeam } from "../teams/edit-team.ts";
import { addMembers } from "../teams/team-membership.ts";
import { hasAdmin } from "./last-admin.ts";

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
});
afterAll(() => db.drop());

const anyAdmin = () => transaction(db, (client) => hasAdmin(client, world.tenantId));
const lastAdmin = { ok: false, refusal: { code: "user.last_admin" } };

async function sso(state: { verified?: boolean; enforced?: boolean }): Promise<void> {
  await db.pool.query(
    `INSERT INTO "SsoConfig" ("tenantId", kind, settings, enabled, enforced, "verifiedAt")
     VALUES ($1, 'saml', '{}', true, $2, CASE WHEN $3 THEN now() END)`,
    [world.tenantId, state.enforced ?? false, state.verified ?? false],
  );
}

const change = (
  id: string,
  data: { active?: boolean; role?: "member" | "admin" | null; recovery?: boolean },
) => db.prisma.user.update({ where: { tenantId_id: { tenantId: world.tenantId, id } }, data });

describe("a usable admin", () => {
  it("is active, and an admin by hand or by team, the role by hand going before", async () => {
    expect(await anyAdmin()).toBe(true);
    await change(world.adminId, { active: false });
    expect(await anyAdmin()).toBe(false);
    await change(world.adminId, { active: true, role: null });
    expect(await anyAdmin()).toBe(false);
    await world.join(await world.team({ displayName: "admins", grantsRole: "admin" }), world.adminId);
    expect(await anyAdmin()).toBe(true);
    await change(world.adminId, { role: "member" });
    expect(await anyAdmin()).toBe(false);
  });

  it("has a way in: a password, or an identity provider from which an admin has come back", async () => {
    await change(world.adminId, { active: false });
    await world.person({ role: "admin" });
    expect(await anyAdmin(), "neither").toBe(false);
    await sso({});
    expect(await anyAdmin(), "never tried").toBe(false);
    await db.pool.query(`UPDATE "SsoConfig" SET "verifiedAt" = now()`);
    expect(await anyAdmin()).toBe(true);
  });

  it("is a recovery admin while single sign-on is required", async () => {
    await sso({ verified: true, enforced: true });
    expect(await anyAdmin()).toBe(false);
    await change(world.adminId, { recovery: true });
    expect(await anyAdmin()).toBe(true);
    await world.person({ role: "admin" });
    expect(await setRole(db, world.context, world.adminId, "member", "admin")).toMatchObject(lastAdmin);
  });
});

it("set-up stays closed when the only admins are admins through a team", async () => {
  await db.pool.query(`UPDATE "User" SET role = NULL`);
  await db.pool.query(`DELETE FROM "Team"`);
  expect(await isSetupOpen(db)).toBe(true);
  await world.join(await world.team({ displayName: "owners", grantsRole: "admin" }), world.adminId);
  expect(await isSetupOpen(db)).toBe(false);
});

it("merging an account into a person who is a member by hand does not lose the last admin", async () => {
  const team = await world.team({ displayName: "owners", source: "manual", grantsRole: "admin" });
  const local = await world.person({ source: "local", passwordHash: "x" });
  await world.join(team, local, "manual");
  await change(world.adminId, { role: "member" });
  const provisioned = await world.person({ role: "member" });
  expect(await mergeIntoProvisioned(db, world.context, local, provisioned)).toMatchObject(lastAdmin);
  await change(provisioned, { role: null });
  expect(await mergeIntoProvisioned(db, world.context, local, provisioned)).toMatchObject({ ok: true });
});

it("who becomes an admin through a team gets a new version, so that a change planned before begins again", async () => {
  const version = async (id: string) =>
    (await db.prisma.user.findUniqueOrThrow({ where: { tenantId_id: { tenantId: world.tenantId, id } } }))
      .version;
  const [early, late] = [await world.person(), await world.person()];
  const team = await world.team({ displayName: "owners", source: "manual" });
  await world.join(team, early, "manual");
  expect(await editTeam(db, world.context, team, { grantsRole: "admin" }, {})).toMatchObject({ ok: true });
  expect([await version(early), await version(late)]).toEqual([2, 1]);
  await addMembers(db, world.context, team, [early, late]);
  expect([await version(early), await version(late)]).toEqual([2, 2]);
});

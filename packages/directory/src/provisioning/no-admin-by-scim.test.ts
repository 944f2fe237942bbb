import type { JsonObject, UserChange, UserResource } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../accounts/password-hash.ts";
import { signInWithPassword } from "../accounts/password-sign-in.ts";
import { getPerson } from "../people/get-person.ts";
import { editTeam } from "../teams/edit-team.ts";
import { expectOk, refusal, type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;

beforeAll(async () => {
  stage = await scimStage();
  await stage.localUser("root@acme.test", "admin");
});
afterAll(() => stage.close());

const roleOf = async (id: string) => (await getPerson(stage.db, stage.tenantId, id))?.role;
const call = (method: string) => stage.call(method, "/");

/** Every attribute by which someone might hope to be made an admin. */
const AMBITION: JsonObject = {
  userType: "admin",
  title: "admin",
  role: "admin",
  roles: [{ value: "admin", primary: true }],
  entitlements: [{ value: "admin" }],
  recovery: true,
  password: "seven quiet otters paddle",
  source: "local",
};

async function grantsAdmin(name: string, source: "manual" | "scim"): Promise<string> {
  const { rows } = await stage.db.pool.query<{ id: string }>(
    `INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, source, "grantsRole")
     VALUES ($1, gen_random_uuid(), $2, $2, $2, $3::"TeamSource", 'admin') RETURNING id`,
    [stage.tenantId, name, source],
  );
  return rows[0]?.id ?? "";
}

const newGroup = (displayName: string, members: readonly string[]) =>
  stage.directory.createGroup(call("POST"), { displayName, members }, []);

describe("SCIM makes nobody an admin", () => {
  it("through an attribute of the person, in a POST, a PUT or a PATCH", async () => {
    const { id } = await stage.createUser({ userName: "eve@acme.test", active: true, ...AMBITION });
    expect(await roleOf(id)).toBe("member");
    const change: UserChange = {
      apply: (current: UserResource) => ({ ok: true, value: { ...current, ...AMBITION } }),
    };
    for (const method of ["PUT", "PATCH"])
      expectOk(await stage.directory.modifyUser(call(method), id, change, {}));
    expect(await getPerson(stage.db, stage.tenantId, id)).toMatchObject({
      role: "member",
      recovery: false,
      hasPassword: false,
      source: "scim",
    });
  });

  it("by naming a team that an admin made by hand, as a group or in a groups value", async () => {
    const byHand = await grantsAdmin("owners", "manual");
    const { id } = await stage.createUser("mallory@acme.test");
    expect(refusal(await newGroup("owners", [id]))).toMatch(/^409/);
    expect(refusal(await newGroup("OWNERS", [id]))).toMatch(/^409/);
    const groups = [{ value: "owners" }, { value: byHand }, { display: "owners" }];
    const change = { apply: (current: UserResource) => ({ ok: true, value: current }) as const, groups };
    expectOk(await stage.directory.modifyUser(call("PUT"), id, change, {}));
    const members = { members: [{ kind: "add", ids: [id] }] } as const;
    expect(refusal(await stage.directory.modifyGroup(call("PATCH"), byHand, members, {}, []))).toMatch(
      /^404/,
    );
    expect(await roleOf(id)).toBe("member");
  });

  it("but through a team to which an admin gave the role, and only while it has it", async () => {
    const { id } = await stage.createUser("grace@acme.test");
    const group = expectOk(await newGroup("platform", [id]));
    expect(await roleOf(id)).toBe("member");
    const context = { tenantId: stage.tenantId, actor: { id: null, name: "Ada" } };
    expect(await editTeam(stage.db, context, group.id, { grantsRole: "admin" }, {})).toMatchObject({
      ok: true,
    });
    expect(await roleOf(id)).toBe("admin");
    const joins = await stage.createUser("joan@acme.test");
    const members = { members: [{ kind: "add", ids: [joins.id] }] } as const;
    expectOk(await stage.directory.modifyGroup(call("PATCH"), group.id, members, {}, []));
    expect(await roleOf(joins.id)).toBe("admin");

    expectOk(await stage.directory.deleteGroup(call("DELETE"), group.id, {}));
    expectOk(await newGroup("platform", [id, joins.id]));
    expect([await roleOf(id), await roleOf(joins.id)], "made anew, it grants nothing").toEqual([
      "member",
      "member",
    ]);
  });

  it("by bringing one back whom it deleted: not the role, not the password, not the recovery of before", async () => {
    const password = "nine brisk herons glide";
    const { id } = await stage.createUser("boss@acme.test");
    await stage.db.pool.query(
      `UPDATE "User" SET role = 'admin', recovery = true, "passwordHash" = $2 WHERE id = $1`,
      [id, await hashPassword(password)],
    );
    expectOk(await stage.directory.deleteUser(call("DELETE"), id, {}));
    expect((await stage.createUser("boss@acme.test")).id).toBe(id);
    expect(await getPerson(stage.db, stage.tenantId, id)).toMatchObject({
      active: true,
      role: "member",
      givenRole: null,
      recovery: false,
      hasPassword: false,
    });
    expect(await signInWithPassword(stage.db, { email: "boss@acme.test", password }, {})).toMatchObject({
      error: { code: "sign_in.wrong" },
    });
  });

  it("nor takes an admin over, also one who became an admin a moment ago", async () => {
    const local = await stage.localUser("lee@acme.test");
    const outcomes = await Promise.all([
      stage.directory.createUser(call("POST"), { resource: { userName: "lee@acme.test" } }),
      stage.db.pool.query(`UPDATE "User" SET role = 'admin' WHERE id = $1`, [local]),
    ]);
    const person = await getPerson(stage.db, stage.tenantId, local);
    expect(person?.source === "scim").toBe(outcomes[0].ok);
    await stage.db.pool.query(`UPDATE "User" SET source = 'local', "scimState" = 'none' WHERE id = $1`, [
      local,
    ]);
    const again = await stage.directory.createUser(call("POST"), { resource: { userName: "lee@acme.test" } });
    expect(refusal(again)).toBe("409 user.local_conflict");
  });
});

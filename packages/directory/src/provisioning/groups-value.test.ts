import type { GroupsEntry } from "@rollcall/scim";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectOk, type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;
let id: string;
let made = 0;

beforeAll(async () => {
  stage = await scimStage();
});

afterAll(() => stage.close());

beforeEach(async () => {
  id = (await stage.createUser(`person-${++made}@acme.test`)).id;
});

/** PUT of the same person with a `groups` value; gives the names of the teams afterwards. */
async function push(
  groups: readonly (string | GroupsEntry)[] | undefined,
  title?: string,
): Promise<string[]> {
  const entries = groups?.map((entry) => (typeof entry === "string" ? { value: entry } : entry));
  const user = expectOk(
    await stage.directory.modifyUser(
      stage.call("PUT", `/Users/${id}`),
      id,
      {
        apply: (current) => ({ ok: true, value: title ? { ...current, title } : current }),
        ...(entries && { groups: entries }),
      },
      {},
    ),
  );
  return user.groups.map((group) => group.display).sort();
}

async function teamId(displayName: string): Promise<string> {
  const { rows } = await stage.db.pool.query<{ id: string }>(
    `SELECT id FROM "Team" WHERE "displayName" = $1`,
    [displayName],
  );
  return rows[0]?.id ?? "";
}

async function viaGroups(displayName: string, kind: "add" | "remove"): Promise<void> {
  const group = await teamId(displayName);
  const change = { members: [{ kind, ids: [id] }] } as const;
  expectOk(await stage.directory.modifyGroup(stage.call("PATCH", "/Groups/x"), group, change, {}, []));
}

describe("a groups value on a user", () => {
  it("of names puts the person into exactly those teams, made where there were none (OneLogin)", async () => {
    expect(await push(["eng", "data"])).toEqual(["data", "eng"]);
    expect(await push(["eng", "ops"])).toEqual(["eng", "ops"]);
    const event = (await stage.events()).at(-1);
    expect(event).toMatchObject({ outcome: "applied", groupsValue: "2" });
    expect(event?.changes).toEqual([{ attribute: "groups", before: ["data", "eng"], after: ["eng", "ops"] }]);
  });

  it("on a new person does the same in the one transaction", async () => {
    const call = stage.call("POST", "/Users");
    const draft = { resource: { userName: "new@acme.test" }, groups: [{ value: "fresh" }] };
    const user = expectOk(await stage.directory.createUser(call, draft));
    expect(user.groups.map((group) => group.display)).toEqual(["fresh"]);
    expect((await stage.events()).at(-1)).toMatchObject({ operation: "user.create", groupsValue: "1" });
  });

  it("that is absent changes nothing", async () => {
    await push(["eng"]);
    expect(await push(undefined, "new title")).toEqual(["eng"]);
    expect((await stage.events()).at(-1)?.groupsValue).toBe("absent");
  });

  it("that is empty ends what came through it, and nothing that came through /Groups (Okta sends it always)", async () => {
    await push(["eng", "data"]);
    await viaGroups("data", "add");
    expect(await push([])).toEqual(["data"]);
    expect((await stage.events()).at(-1)?.groupsValue).toBe("empty");
  });

  it("of ids alone is an echo of our own answer and changes nothing (Okta)", async () => {
    await push(["eng"]);
    expect(await push([{ value: await teamId("data"), display: "data" }])).toEqual(["eng"]);
  });

  it("of ids beside a name counts them too", async () => {
    await push(["eng"]);
    expect(await push([{ value: await teamId("data"), display: "data" }, { value: "ops" }])).toEqual([
      "data",
      "ops",
    ]);
  });

  it("that echoes a team deleted meanwhile does not make it again", async () => {
    await push(["eng"]);
    expect(await push([{ value: "0190a000-0000-7000-8000-000000000000", display: "ghost" }])).toEqual([
      "eng",
    ]);
    expect(await teamId("ghost")).toBe("");
  });

  it("repeated changes nothing: version and lastModified stay", async () => {
    await push(["eng"]);
    const read = () => stage.directory.getUser(stage.call("GET", "/Users/x"), id);
    const before = expectOk(await read());
    await push(["ENG"]);
    expect(expectOk(await read())).toEqual(before);
    expect((await stage.events()).at(-2)).toMatchObject({ operation: "user.replace", outcome: "no_change" });
  });

  it("leaves out a name that a team made by hand has, and provisions the person", async () => {
    await stage.db.pool.query(
      `INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, source)
       VALUES ($1, gen_random_uuid(), 'Handmade', 'handmade', 'handmade', 'manual') ON CONFLICT DO NOTHING`,
      [stage.tenantId],
    );
    expect(await push(["handmade", "eng"])).toEqual(["eng"]);
    const event = (await stage.events()).at(-1);
    expect(event?.warnings).toMatchObject([{ code: "group.manual_clash", value: "handmade" }]);
  });

  it.each([
    ["the tenant does not honour it", `"honourGroups" = false`, `"honourGroups" = true`],
    ["the connection is strict: RFC 7643 §4.1.2 has it readOnly", "strict = true", "strict = false"],
  ])("does nothing where %s", async (_, off, on) => {
    const set = (setting: string) =>
      stage.db.pool.query(`UPDATE "Connection" SET ${setting} WHERE "tenantId" = $1`, [stage.tenantId]);
    await set(off);
    const teams = await push(["never"]);
    await set(on);
    expect(teams).toEqual([]);
  });

  it("is remembered as it was received", async () => {
    await push(["eng", "Data"]);
    const { rows } = await stage.db.pool.query(`SELECT "receivedGroups" FROM "User" WHERE id = $1`, [id]);
    expect(rows[0].receivedGroups).toEqual(["eng", "Data"]);
  });
});

describe("leaving through /Groups", () => {
  it("ends the membership whichever way it came", async () => {
    await push(["eng"]);
    await viaGroups("eng", "add");
    await viaGroups("eng", "remove");
    expect(await push(undefined, "t")).toEqual([]);
  });
});

import type { GroupDraft, GroupRecord, MemberStep, UserRecord } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOk, refusal, type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;
let ann: UserRecord;
let bob: UserRecord;
let cyd: UserRecord;

beforeAll(async () => {
  stage = await scimStage();
  ann = await stage.createUser("ann@acme.test");
  bob = await stage.createUser("bob@acme.test");
  cyd = await stage.createUser("cyd@acme.test");
});

afterAll(() => stage.close());

const NOBODY = "0190a000-0000-7000-8000-000000000000";

function create(displayName: string, members: readonly string[] = [], more: Partial<GroupDraft> = {}) {
  const call = stage.call("POST", "/Groups", { body: { displayName } });
  return stage.directory.createGroup(call, { displayName, members, ...more }, ["value"]);
}

function steps(id: string, ...members: MemberStep[]) {
  return stage.directory.modifyGroup(stage.call("PATCH", `/Groups/${id}`), id, { members }, {}, ["value"]);
}

function rename(id: string, displayName: string) {
  return stage.directory.modifyGroup(
    stage.call("PATCH", `/Groups/${id}`),
    id,
    { displayName, members: [] },
    {},
    [],
  );
}

function members(group: GroupRecord): string[] {
  if (typeof group.members !== "string") throw new Error("members were not asked for, or are streamed");
  const list: { value: string }[] = JSON.parse(group.members);
  return list.map((member) => member.value);
}

async function teamName(id: string): Promise<string> {
  const { rows } = await stage.db.pool.query<{ name: string }>(`SELECT name FROM "Team" WHERE id = $1`, [id]);
  return rows[0]?.name ?? "";
}

describe("a group that is created", () => {
  it("is a team of its members", async () => {
    const group = expectOk(await create("data", [ann.id, bob.id], { externalId: "g1" }));
    expect(group).toMatchObject({ displayName: "data", externalId: "g1", version: 1 });
    expect(members(group)).toEqual([ann.id, bob.id]);
    const read = expectOk(
      await stage.directory.getGroup(stage.call("GET", "/Groups/x"), group.id, [
        "value",
        "display",
        "$ref",
        "type",
      ]),
    );
    expect(JSON.parse(String(read.members))[0]).toEqual({
      value: ann.id,
      display: "ann@acme.test",
      $ref: `https://rollcall.test/api/scim/acme/v2/Users/${ann.id}`,
      type: "User",
    });
    const user = expectOk(await stage.directory.getUser(stage.call("GET", "/Users/x"), ann.id));
    expect(user.groups).toEqual([{ value: group.id, display: "data" }]);
  });

  it("leaves out members that are nobody here, and says which", async () => {
    const group = expectOk(await create("partial", [ann.id, NOBODY, "u-77"]));
    expect(members(group)).toEqual([ann.id]);
    const event = (await stage.events()).at(-1);
    expect(event?.outcome).toBe("applied");
    expect(event?.warnings?.map((each) => [each.code, each.value])).toEqual([
      ["group.member_unknown", NOBODY],
      ["group.member_unknown", "u-77"],
    ]);
  });

  it("gets a team name by the rule, and keeps its own", async () => {
    const group = expectOk(await create("Plattform Übergrößen / Süd"));
    expect(group.displayName).toBe("Plattform Übergrößen / Süd");
    expect(await teamName(group.id)).toBe("plattform-ubergro-en-sud");
    const exact = expectOk(await create("ML_Eng-2"));
    expect(await teamName(exact.id)).toBe("ML_Eng-2");
  });

  it("is refused when a group has its name in another case", async () => {
    expectOk(await create("Once"));
    expect(refusal(await create("ONCE"))).toBe("409 group.name_taken");
  });

  it("is refused, with both names told, when it would become the same team as another", async () => {
    expectOk(await create("Core Team"));
    const second = await create("core / team");
    expect(refusal(second)).toBe("409 group.name_taken");
    if (!second.ok) expect(second.error.detail).toContain('"core / team" and "Core Team"');
  });

  it("is refused when a team made by hand has its name", async () => {
    await stage.db.pool.query(
      `INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, source) VALUES ($1, gen_random_uuid(), 'infra', 'infra', 'infra', 'manual')`,
      [stage.tenantId],
    );
    expect(refusal(await create("Infra"))).toBe("409 group.manual_clash");
  });

  it("is refused under strict names, with a suggestion", async () => {
    await stage.db.pool.query(`UPDATE "Connection" SET "strictNames" = true WHERE "tenantId" = $1`, [
      stage.tenantId,
    ]);
    const refused = await create("Platform Engineering");
    const long = await create("x".repeat(37));
    await stage.db.pool.query(`UPDATE "Connection" SET "strictNames" = false WHERE "tenantId" = $1`, [
      stage.tenantId,
    ]);
    expect(refusal(refused)).toBe("400 group.name_invalid");
    if (!refused.ok) expect(refused.error.detail).toContain('"platform-engineering"');
    expect(refusal(long)).toBe("400 group.name_too_long");
  });
});

describe("members of a group", () => {
  it("removing one by value leaves the others (OneLogin, Entra)", async () => {
    const group = expectOk(await create("leave", [ann.id, bob.id, cyd.id]));
    const after = expectOk(await steps(group.id, { kind: "remove", ids: [bob.id] }));
    expect(members(after)).toEqual([ann.id, cyd.id]);
    expect(after.version).toBe(2);
  });

  it("adding one twice changes nothing the second time", async () => {
    const group = expectOk(await create("twice"));
    const once = expectOk(await steps(group.id, { kind: "add", ids: [ann.id] }));
    const twice = expectOk(await steps(group.id, { kind: "add", ids: [ann.id] }));
    expect(twice).toEqual(once);
    expect((await stage.events()).at(-1)?.outcome).toBe("no_change");
  });

  it("change in the order of the steps (Okta)", async () => {
    const group = expectOk(await create("order", [ann.id]));
    const after = expectOk(
      await steps(group.id, { kind: "remove", ids: [ann.id] }, { kind: "add", ids: [bob.id, ann.id] }),
    );
    expect(members(after)).toEqual([ann.id, bob.id]);
    expect((await stage.events()).at(-1)?.changes).toEqual([
      { attribute: "members", before: [], after: ["bob@acme.test"] },
    ]);
  });

  it("are exactly the list after a replace, and none after an empty one", async () => {
    const group = expectOk(await create("replace", [ann.id, bob.id]));
    expect(members(expectOk(await steps(group.id, { kind: "replace", ids: [bob.id, cyd.id] })))).toEqual([
      bob.id,
      cyd.id,
    ]);
    expect(members(expectOk(await steps(group.id, { kind: "replace", ids: [] })))).toEqual([]);
    const { rows } = await stage.db.pool.query(`SELECT "lastNonEmptyAt" FROM "Team" WHERE id = $1`, [
      group.id,
    ]);
    expect(rows[0].lastNonEmptyAt).toBeInstanceOf(Date);
  });

  it.each(["display", "$ref"])("that match a filter on %s are removed", async (name) => {
    const group = expectOk(await create(`where ${name}`, [ann.id, bob.id, cyd.id]));
    const attribute = { name, type: "string", multiValued: false, caseExact: false } as const;
    const value = name === "display" ? "BOB" : bob.id;
    const filter = { kind: "compare", attribute, operator: "co", value } as const;
    expect(members(expectOk(await steps(group.id, { kind: "removeWhere", filter })))).toEqual([
      ann.id,
      cyd.id,
    ]);
  });

  it("of several thousand come in pieces that make one list", async () => {
    const group = expectOk(await create("crowd"));
    await stage.db.pool.query(
      `WITH people AS (
         INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "scimState")
         SELECT $1, gen_random_uuid(), 'crowd-' || n, 'crowd-' || n, 'live' FROM generate_series(1, 4500) n RETURNING id)
       INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel) SELECT $1, $2, id, 'group' FROM people`,
      [stage.tenantId, group.id],
    );
    const read = expectOk(
      await stage.directory.getGroup(stage.call("GET", "/Groups/x"), group.id, ["value", "display"]),
    );
    if (typeof read.members !== "object") throw new Error("expected pieces");
    const pieces: string[] = [];
    for await (const piece of read.members) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    const list: { value: string; display: string }[] = JSON.parse(pieces.join(""));
    expect(new Set(list.map((member) => member.value)).size).toBe(4500);
  });
});

describe("a group", () => {
  it("is renamed with its team, but not to a name that is taken", async () => {
    const group = expectOk(await create("old name"));
    expect(expectOk(await rename(group.id, "New Name")).displayName).toBe("New Name");
    expect(await teamName(group.id)).toBe("new-name");
    expect(refusal(await rename(group.id, "Data"))).toBe("409 group.name_taken");
    expect(expectOk(await rename(group.id, "NEW NAME")).displayName).toBe("NEW NAME");
  });

  it("is gone after DELETE, and its members stay", async () => {
    const group = expectOk(await create("gone", [ann.id]));
    const call = stage.call("DELETE", `/Groups/${group.id}`);
    expectOk(await stage.directory.deleteGroup(call, group.id, {}));
    expect(refusal(await stage.directory.deleteGroup(call, group.id, {}))).toBe("404 group.unknown_id");
    expect(
      expectOk(await stage.directory.getUser(stage.call("GET", "/Users/x"), ann.id)).groups.map(
        (g) => g.display,
      ),
    ).not.toContain("gone");
  });

  it("loses a person who is deleted", async () => {
    const leaver = await stage.createUser("leaver@acme.test");
    const group = expectOk(await create("loses", [leaver.id, ann.id]));
    expectOk(await stage.directory.deleteUser(stage.call("DELETE", "/Users/x"), leaver.id, {}));
    const read = expectOk(
      await stage.directory.getGroup(stage.call("GET", "/Groups/x"), group.id, ["value"]),
    );
    expect(members(read)).toEqual([ann.id]);
    expect(read.version).toBe(2);
  });
});

describe("the reply to a change of a group", () => {
  it("has its members while they are no more than asked for, and none of them otherwise", async () => {
    const group = expectOk(await create("few", [ann.id]));
    const add = (atMost: number) =>
      stage.directory.modifyGroup(
        stage.call("PATCH", `/Groups/${group.id}`),
        group.id,
        { members: [{ kind: "add", ids: [bob.id] }] },
        {},
        ["value"],
        atMost,
      );
    expect(members(expectOk(await add(2)))).toEqual([ann.id, bob.id]);
    expect(expectOk(await add(1))).toEqual({ ...expectOk(await add(2)), members: undefined });
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import { isBrokenOff, uuidv7 } from "@rollcall/db";
import type { JsonObject } from "@rollcall/scim";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectOk, type ScimStage, scimStage } from "../../provisioning/testing.ts";
import { providerOf } from "../provider.ts";
import type { PayloadCheck, PayloadRequest } from "./check.ts";
import { checkPayload } from "./check-payload.ts";

let stage: ScimStage;
beforeEach(async () => {
  stage = await scimStage();
});
afterEach(() => stage.close());

const ADA = { userName: "ada@acme.test", active: true, externalId: "1", displayName: "Ada Lovelace" };
const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

function check(method: PayloadRequest["method"], path: string, body: unknown): Promise<PayloadCheck> {
  const payload = typeof body === "string" ? body : JSON.stringify(body);
  const endpoint = { tenantId: stage.tenantId, slug: stage.slug, baseUrl: stage.call("GET", "/").baseUrl };
  return checkPayload(stage.db, endpoint, providerOf("onelogin"), { method, path, payload });
}

const patch = (path: string, ...Operations: JsonObject[]) =>
  check("PATCH", path, { schemas: [PATCH_OP], Operations });

/** Every row of every table, with the transaction that wrote it: an update that changes nothing shows too. */
async function everything(): Promise<Record<string, string>> {
  await stage.directory.flush();
  const { rows } = await stage.db.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const entries = rows.map(async ({ name }) => {
    const found = await stage.db.pool.query<{ text: string }>(
      `SELECT COALESCE(string_agg(r.xmin::text || r::text, '|' ORDER BY r::text), '') AS text FROM "${name}" r`,
    );
    return [name, found.rows[0]?.text ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Longer than the log waits before it writes what is not in a request's own transaction. */
const logWritten = () => sleep(400);

function state(of: PayloadCheck): string {
  return of.steps.map((step) => `${step.name} ${step.state}`).join(", ");
}

async function createGroup(displayName: string, members: readonly string[] = []) {
  const body = { displayName, members };
  return expectOk(await stage.directory.createGroup(stage.call("POST", "/Groups", { body }), body, []));
}

async function makeTeamOfAdmins(id: string): Promise<void> {
  await stage.db.pool.query(`UPDATE "Team" SET "grantsRole" = 'admin' WHERE id = $1`, [id]);
}

async function signIn(userId: string): Promise<void> {
  await stage.db.pool.query(
    `INSERT INTO "Session" ("tenantId", id, "userId", method, "expiresAt") VALUES ($1, $2, $3, 'saml', now() + interval '1 day')`,
    [stage.tenantId, uuidv7(), userId],
  );
}

const ALL_OK = "received ok, acceptable ok, matched ok, changes ok, answer ok";

describe("a person", () => {
  it("who is new: what would be kept, and the answer", async () => {
    const told = await check("POST", "/Users", { ...ADA, favouriteColour: "blue", id: "7", password: "x" });
    expect(state(told)).toBe(ALL_OK);
    expect(told).toMatchObject({ outcome: "applied", code: null, paused: false });
    expect(told.match).toEqual({ kind: "new", known: null });
    expect(told.answer).toMatchObject({ status: 201, scimType: null, detail: null, whole: true });
    expect(JSON.parse(told.answer.body ?? "")).toMatchObject({ userName: "ada@acme.test", active: true });
    expect(told.reading).toEqual({
      understood: ["userName", "active", "externalId", "displayName"],
      ignored: ["id", "password"],
      unknown: ["favouriteColour"],
      dialects: [{ name: "missing-schemas", what: null }],
    });
    expect(told.effects?.changes).toContainEqual({
      attribute: "displayName",
      before: null,
      after: "Ada Lovelace",
    });
  });

  it("whom nobody can write to: which step fails, and what to do in the identity provider", async () => {
    const told = await check("POST", "/Users", { userName: "bo", active: true });
    expect(state(told)).toBe(
      "received ok, acceptable failed, matched unreached, changes unreached, answer failed",
    );
    expect(told.code).toBe("user.email_missing");
    expect(told.answer).toMatchObject({ status: 400, scimType: "invalidValue" });
    expect(told.answer.detail).toContain("no email address");
    expect(told.fixes.map(({ id }) => id)).toEqual(["steps.email_add.onelogin", "steps.push_again.onelogin"]);
    expect(told.effects).toBeNull();
  });

  it("who has a local account: it would be linked, if it is no admin's", async () => {
    const id = await stage.localUser("ada@acme.test");
    const told = await check("POST", "/Users", ADA);
    expect(told.match).toMatchObject({ kind: "link", known: { id, label: "ada@acme.test" } });
    expect(told.effects?.changes).toContainEqual({ attribute: "externalId", before: null, after: "1" });

    const admin = await stage.localUser("root@acme.test", "admin");
    const refused = await check("POST", "/Users", { ...ADA, userName: "root@acme.test" });
    expect(refused.code).toBe("user.local_conflict");
    expect(refused.match).toMatchObject({ kind: "conflict", known: { id: admin } });
    expect(state(refused)).toContain("matched failed, changes unreached, answer failed");
    expect(refused.answer).toMatchObject({ status: 409, scimType: "uniqueness" });
  });

  it("whose userName somebody has, also by a change", async () => {
    const ada = await stage.createUser(ADA);
    const told = await check("POST", "/Users", { ...ADA, externalId: "2" });
    expect(told.match).toMatchObject({ kind: "conflict", known: { id: ada.id, label: "Ada Lovelace" } });
    const bo = await stage.createUser({
      userName: "bo@acme.test",
      name: { givenName: "Bo", familyName: "Kim" },
    });
    const again = await check("POST", "/Users", { userName: "Bo@acme.test" });
    expect(again.match).toMatchObject({ kind: "conflict", known: { id: bo.id, label: "Bo Kim" } });
    const change = await check("PUT", `/Users/${bo.id}`, { ...ADA, externalId: "2" });
    expect(change.code).toBe("user.username_taken");
    expect(change.match).toMatchObject({ kind: "conflict", known: { id: ada.id } });
  });

  it("who was deleted would come back", async () => {
    const { id } = await stage.createUser(ADA);
    expectOk(await stage.directory.deleteUser(stage.call("DELETE", `/Users/${id}`), id, {}));
    const told = await check("POST", "/Users", ADA);
    expect(told.match).toMatchObject({ kind: "revive", known: { id } });
    expect(told.answer.status).toBe(201);
  });

  it("who would be deactivated: fields, sessions and the role", async () => {
    await stage.localUser("root@acme.test", "admin");
    const { id } = await stage.createUser(ADA);
    const team = await createGroup("admins", [id]);
    await makeTeamOfAdmins(team.id);
    await signIn(id);
    const told = await patch(`/Users/${id}`, { op: "Replace", value: { active: "False" } });
    expect(told.effects).toEqual({
      changes: [{ attribute: "active", before: true, after: false }],
      joined: [],
      left: [],
      newTeams: [],
      sessions: 1,
      roles: [{ name: "Ada Lovelace", becomes: "no_admin" }],
    });
    expect(told.reading.understood).toEqual(["replace active"]);
    expect(told.reading.dialects.map(({ name }) => name)).toEqual(["capitalised-op", "string-boolean"]);
  });

  it("who is the last admin stays", async () => {
    const { id } = await stage.createUser(ADA);
    await stage.db.pool.query(`UPDATE "User" SET role = 'admin', "passwordHash" = 'x' WHERE id = $1`, [id]);
    const told = await check("PUT", `/Users/${id}`, { ...ADA, active: false });
    expect(told.code).toBe("user.last_admin");
    expect(state(told)).toBe("received ok, acceptable ok, matched ok, changes failed, answer failed");
  });

  it("with groups: teams joined, left and made; a name that can be no team is left out", async () => {
    const { id } = await stage.createUser(ADA);
    const put = (groups: readonly string[]) => check("PUT", `/Users/${id}`, { ...ADA, groups });
    expect((await put(["data"])).effects).toMatchObject({ joined: ["data"], left: [], newTeams: ["data"] });
    await stage.db.pool.query(`UPDATE "Connection" SET "strictNames" = true`);
    const skipped = await put(["Platform Engineering"]);
    expect(skipped).toMatchObject({ code: "group.name_invalid", suggestion: "platform-engineering" });
    expect(skipped.facts.map((fact) => fact.id)).toEqual(["check.warning"]);
  });

  it("who is as the payload says already, or whom nobody knows", async () => {
    const { id } = await stage.createUser(ADA);
    const same = await check("PUT", `/Users/${id}`, ADA);
    expect(same).toMatchObject({ outcome: "no_change", match: { kind: "existing", known: { id } } });
    const unknown = await check("PUT", `/Users/${uuidv7()}`, ADA);
    expect(unknown).toMatchObject({
      code: "user.unknown_id",
      match: { kind: "unknown" },
      answer: { status: 404 },
    });
  });
});

describe("a team", () => {
  it("that is new: its name here, and who would be in it", async () => {
    const { id } = await stage.createUser(ADA);
    const members = [{ value: id }, { value: "nobody" }];
    const told = await check("POST", "/Groups", { displayName: "Platform Engineering", members });
    expect(state(told)).toBe(ALL_OK);
    expect(told.steps[2]?.sentence).toMatchObject({ values: { team: "platform-engineering" } });
    expect(told.effects).toMatchObject({
      changes: [{ attribute: "displayName", before: null, after: "Platform Engineering" }],
      joined: ["Ada Lovelace"],
    });
    expect(told).toMatchObject({ code: "group.member_unknown", answer: { status: 201 } });
    expect(told.reading.understood).toEqual(["members", "displayName"]);
    const alone = await check("POST", "/Groups", { displayName: "data" });
    expect(alone.reading.understood).toEqual(["displayName"]);
  });

  it("whose name a manual team or another group has", async () => {
    const { id } = await createGroup("data");
    const taken = await check("POST", "/Groups", { displayName: "Data" });
    expect(taken).toMatchObject({ code: "group.name_taken", match: { kind: "conflict", known: { id } } });
    await stage.db.pool.query(`UPDATE "Team" SET source = 'manual' WHERE id = $1`, [id]);
    const clash = await check("POST", "/Groups", { displayName: "data" });
    expect(clash).toMatchObject({ code: "group.manual_clash", match: { kind: "conflict", known: { id } } });
  });

  it("that makes its members admins: who would become one and who would not be one any more", async () => {
    await stage.localUser("root@acme.test", "admin");
    const [ada, bo] = [await stage.createUser(ADA), await stage.createUser("bo@acme.test")];
    const { id } = await createGroup("admins", [ada.id]);
    await makeTeamOfAdmins(id);
    const told = await patch(
      `/Groups/${id}`,
      { op: "remove", path: `members[value eq "${ada.id}"]` },
      { op: "add", path: "members", value: [{ value: bo.id }] },
    );
    expect(told.effects).toMatchObject({
      joined: ["bo@acme.test"],
      left: ["Ada Lovelace"],
      roles: [
        { name: "bo@acme.test", becomes: "admin" },
        { name: "Ada Lovelace", becomes: "no_admin" },
      ],
    });
  });
});

describe("what is no request", () => {
  it.each(["", "{", "[]", "null", '{"userName": "a@b.test", }', '{"a":"\\u0000"}', "x".repeat(1_048_577)])(
    "is refused by the endpoint's own reader: %.30s",
    async (payload) => {
      const told = await check("POST", "/Users", payload);
      expect(told.outcome).toBe("rejected");
      expect(told.answer.status).toBeGreaterThanOrEqual(400);
      expect(told.answer.status).toBeLessThan(500);
    },
  );
});

it("while SCIM is off it tells what would be answered once it is on, and says so", async () => {
  await stage.db.pool.query(`UPDATE "Connection" SET enabled = false`);
  const before = await everything();
  expect(await check("POST", "/Users", ADA)).toMatchObject({ paused: true, answer: { status: 201 } });
  expect(await everything()).toEqual(before);
});

it("a strict connection refuses what only a dialect allows", async () => {
  await stage.db.pool.query(`UPDATE "Connection" SET strict = true`);
  const told = await check("POST", "/Users", { ...ADA, favouriteColour: "blue" });
  expect(told.answer).toMatchObject({ status: 400, scimType: "invalidSyntax" });
});

describe("nothing is applied", () => {
  it("by any payload, accepted or refused: every row of every table is what it was", async () => {
    const admin = await stage.localUser("root@acme.test", "admin");
    const [ada, gone] = [await stage.createUser(ADA), await stage.createUser("gone@acme.test")];
    expectOk(await stage.directory.deleteUser(stage.call("DELETE", `/Users/${gone.id}`), gone.id, {}));
    await stage.localUser("local@acme.test");
    const team = await createGroup("admins", [ada.id]);
    await makeTeamOfAdmins(team.id);
    await signIn(ada.id);
    await signIn(admin);
    const before = await everything();
    const user = `/Users/${ada.id}`;
    const group = `/Groups/${team.id}`;
    const outcomes = [
      await check("POST", "/Users", { ...ADA, userName: "new@acme.test" }),
      await check("POST", "/Users", { ...ADA, userName: "teams@acme.test", groups: ["data", "new"] }),
      await check("POST", "/Users", { userName: "gone@acme.test" }),
      await check("POST", "/Users", { userName: "local@acme.test" }),
      await check("POST", "/Users", { userName: "root@acme.test" }),
      await check("POST", "/Users", ADA),
      await check("POST", "/Users", { userName: "bo" }),
      await check("POST", "/Users", "{"),
      await check("PUT", user, ADA),
      await check("PUT", user, { ...ADA, displayName: "Countess", groups: ["data"] }),
      await check("PUT", user, { ...ADA, groups: ["admins"] }),
      await check("PUT", user, { ...ADA, active: false }),
      await check("PUT", user, { ...ADA, userName: "root@acme.test" }),
      await check("PUT", `/Users/${uuidv7()}`, ADA),
      await patch(user, { op: "replace", path: "active", value: false }),
      await patch(user, { op: "replace", path: "emails[type eq", value: 1 }),
      await check("POST", "/Groups", { displayName: "data", members: [{ value: ada.id }] }),
      await check("POST", "/Groups", { displayName: "admins" }),
      await check("PUT", group, { displayName: "Admins", members: [] }),
      await check("PUT", group, { displayName: "" }),
      await check("PUT", `/Groups/${uuidv7()}`, { displayName: "data" }),
      await patch(group, { op: "remove", path: "members" }),
      await patch(group, { op: "add", path: "members", value: [{ value: uuidv7() }] }),
    ].map(({ outcome, answer }) => `${outcome} ${answer.status}`);
    expect(new Set(outcomes)).toEqual(
      new Set([
        "applied 201",
        "applied 200",
        "no_change 200",
        "rejected 400",
        "rejected 404",
        "rejected 409",
      ]),
    );
    await logWritten();
    expect(await everything()).toEqual(before);
  });

  it("while real pushes write the same people and teams: they succeed, and theirs is all that stays", async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => (await stage.createUser(`p${n}@acme.test`)).id),
    );
    const team = await createGroup("data");
    await stage.directory.flush();
    const eventsBefore = (await stage.events()).length;
    const tokensBefore = (await everything()).ScimToken?.split("|").length;
    let pushing = true;
    const push = async (id: string, n: number) => {
      for (let round = 1; round <= 6; round++) {
        const body = { userName: `p${n}@acme.test`, active: true, displayName: `${n} ${round}` };
        const change = { apply: () => ({ ok: true, value: body }) as const };
        expectOk(
          await stage.directory.modifyUser(stage.call("PUT", `/Users/${id}`, { body }), id, change, {}),
        );
        const members = [{ kind: round % 2 ? "add" : "remove", ids: [id] }] as const;
        const call = stage.call("PATCH", `/Groups/${team.id}`, { body: {} });
        expectOk(await stage.directory.modifyGroup(call, team.id, { members }, {}, []));
        await stage.createUser(`n${n}-${round}@acme.test`);
      }
    };
    const rehearsing = (async () => {
      for (let round = 0; pushing || round < 4; round++) {
        const n = round % 8;
        const person = { userName: `p${n}@acme.test`, groups: ["data", "x"] };
        await check("PUT", `/Users/${ids[n]}`, person).catch(busy);
        await check("PUT", `/Groups/${team.id}`, {
          displayName: "data",
          members: ids.map((value) => ({ value })),
        }).catch(busy);
        await check("POST", "/Users", { userName: `n${n}-${(round % 6) + 1}@acme.test` }).catch(busy);
      }
    })();
    await Promise.all(ids.map(push));
    pushing = false;
    await rehearsing;
    await logWritten();
    const people = await stage.db.pool.query<{ name: string; teams: number }>(
      `SELECT COALESCE("displayName", '') AS name, (SELECT count(*)::int FROM "Membership" m WHERE m."userId" = u.id) AS teams
         FROM "User" u WHERE "userName" LIKE 'p%' ORDER BY "userName"`,
    );
    expect(people.rows).toEqual(ids.map((_, n) => ({ name: `${n} 6`, teams: 0 })));
    const count = async (sql: string) => (await stage.db.pool.query<{ n: number }>(sql)).rows[0]?.n;
    expect(await count(`SELECT count(*)::int AS n FROM "User"`)).toBe(8 + 8 * 6);
    expect(await count(`SELECT count(*)::int AS n FROM "Team"`)).toBe(1);
    expect((await stage.events()).length - eventsBefore).toBe(8 * 6 * 3);
    expect((await everything()).ScimToken?.split("|").length).toBe(tokensBefore);
  });
});

/** Somebody else held the rows for too long: nothing is told then. */
function busy(error: unknown): void {
  expect(isBrokenOff(error)).toBe(true);
}

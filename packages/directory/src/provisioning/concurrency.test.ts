import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "@rollcall/db";
import type { GroupRecord, UserRecord } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOk, refusal, type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;
let people: readonly UserRecord[];
let made = 0;

const CLIENTS = 32;

beforeAll(async () => {
  stage = await scimStage(CLIENTS);
  people = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => stage.createUser(`p${n}@race.test`)));
});

afterAll(() => stage.close());

async function group(members: readonly string[] = []): Promise<GroupRecord> {
  const draft = { displayName: `race-${++made}`, members };
  return expectOk(await stage.directory.createGroup(stage.call("POST", "/Groups"), draft, []));
}

function patch(id: string, kind: "add" | "remove" | "replace", ids: readonly string[]) {
  const change = { members: [{ kind, ids }] };
  return stage.directory.modifyGroup(stage.call("PATCH", `/Groups/${id}`), id, change, {}, []);
}

function setTitle(id: string, title: string, ifMatch?: string) {
  const change = {
    apply: (current: UserRecord["resource"]) => ({ ok: true, value: { ...current, title } }) as const,
  };
  return stage.directory.modifyUser(
    stage.call("PUT", `/Users/${id}`),
    id,
    change,
    ifMatch ? { ifMatch: [ifMatch] } : {},
  );
}

async function membersOf(id: string): Promise<string[]> {
  const { rows } = await stage.db.pool.query<{ userId: string }>(
    `SELECT DISTINCT "userId" FROM "Membership" WHERE "teamId" = $1 ORDER BY "userId"`,
    [id],
  );
  return rows.map((row) => row.userId);
}

function all<T>(work: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: CLIENTS }, (_, n) => work(n)));
}

describe("32 clients at once", () => {
  it("that add different members to one team leave all of them in it", async () => {
    const { id } = await group();
    const outcomes = await all((n) => patch(id, "add", [people[n]?.id ?? ""]));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await membersOf(id)).toEqual(people.map((person) => person.id).sort());
    const { version } = expectOk(await stage.directory.getGroup(stage.call("GET", "/Groups/x"), id, []));
    expect(version).toBe(1 + CLIENTS);
  });

  it("that add and remove one member end in a state that some order explains", async () => {
    const member = people[0]?.id ?? "";
    const { id } = await group([member]);
    const outcomes = await all((n) => patch(id, n % 2 ? "add" : "remove", [member]));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect([[], [member]]).toContainEqual(await membersOf(id));
  });

  it("that replace the members leave exactly one of the lists", async () => {
    const { id } = await group();
    const listOf = (n: number) =>
      [people[n % CLIENTS], people[(n + 7) % CLIENTS]].map((person) => person?.id ?? "");
    const outcomes = await all((n) => patch(id, "replace", listOf(n)));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const lists = Array.from({ length: CLIENTS }, (_, n) => listOf(n).sort());
    expect(lists).toContainEqual(await membersOf(id));
  });

  it("that create the same person make one, and tell the others 409", async () => {
    const outcomes = await all((n) => {
      const resource = { userName: n % 2 ? "one@race.test" : "ONE@race.test" };
      return stage.directory.createUser(stage.call("POST", "/Users"), { resource });
    });
    const refusals = outcomes.map(refusal);
    expect(refusals.filter((each) => each === "accepted")).toHaveLength(1);
    expect(refusals.filter((each) => each === "409 user.username_taken")).toHaveLength(CLIENTS - 1);
    const { rows } = await stage.db.pool.query(
      `SELECT count(*)::int AS n FROM "User" WHERE "userNameKey" = 'one@race.test'`,
    );
    expect(rows[0].n).toBe(1);
  });

  it("that create the same group make one, and tell the others 409", async () => {
    const outcomes = await all(() =>
      stage.directory.createGroup(stage.call("POST", "/Groups"), { displayName: "Same", members: [] }, []),
    );
    expect(outcomes.map(refusal).sort()).toEqual([
      ...Array(CLIENTS - 1).fill("409 group.name_taken"),
      "accepted",
    ]);
  });

  it("that change one person without a condition are all applied, one after the other", async () => {
    const { id } = await stage.createUser("busy@race.test");
    const outcomes = await all((n) => setTitle(id, `t${n}`));
    expect(outcomes.map(refusal)).toEqual(Array(CLIENTS).fill("accepted"));
    expect(expectOk(await stage.directory.getUser(stage.call("GET", "/"), id)).version).toBe(1 + CLIENTS);
  });

  it("that name the same new teams on different people make each team once", async () => {
    const names = ["alpha", "beta", "gamma", "delta"];
    const outcomes = await all((n) => {
      const id = people[n]?.id ?? "";
      const groups = [...names, ...names].slice(n % 4, (n % 4) + 4).map((value) => ({ value }));
      const change = {
        apply: (current: UserRecord["resource"]) => ({ ok: true, value: current }) as const,
        groups,
      };
      return stage.directory.modifyUser(stage.call("PUT", "/Users/x"), id, change, {});
    });
    expect(outcomes.map(refusal)).toEqual(Array(CLIENTS).fill("accepted"));
    const { rows } = await stage.db.pool.query<{ displayName: string; members: number }>(
      `SELECT t."displayName", count(m.*)::int AS members FROM "Team" t JOIN "Membership" m ON m."teamId" = t.id
        WHERE t."displayName" = ANY($1) GROUP BY 1 ORDER BY 1`,
      [names],
    );
    expect(rows).toEqual([...names].sort().map((displayName) => ({ displayName, members: CLIENTS })));
  });
});

describe("two writers", () => {
  it("of one person with If-Match: one wins, the other is told 412", async () => {
    const { id } = await stage.createUser("match@race.test");
    const outcomes = await Promise.all([setTitle(id, "a", 'W/"1"'), setTitle(id, "b", 'W/"1"')]);
    expect(outcomes.map(refusal).sort()).toEqual(["412 resource.version_mismatch", "accepted"]);
  });

  it("of whom one deletes a person that others add to teams leave no ghost", async () => {
    for (let round = 0; round < 12; round++) {
      const person = await stage.createUser(`ghost${round}@race.test`);
      const teams = await Promise.all([group(), group(), group([person.id])]);
      const outcomes = await Promise.all([
        ...teams.map((team) => patch(team.id, "add", [person.id])),
        stage.directory.deleteUser(stage.call("DELETE", "/"), person.id, {}),
        setTitle(person.id, "changed"),
        ...teams.map((team) => patch(team.id, "replace", [person.id])),
      ]);
      expect(
        outcomes.map(refusal).filter((each) => each !== "accepted" && each !== "404 user.unknown_id"),
      ).toEqual([]);
      const { rows } = await stage.db.pool.query(
        `SELECT u."scimState", u.active, (SELECT count(*)::int FROM "Membership" m WHERE m."userId" = u.id) AS teams
           FROM "User" u WHERE u.id = $1`,
        [person.id],
      );
      expect(rows).toEqual([{ scimState: "deleted", active: false, teams: 0 }]);
    }
  });

  it("of whom one deletes a group that others change: each is applied or told 404", async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await group();
      const outcomes = await Promise.all([
        patch(
          id,
          "add",
          people.map((person) => person.id),
        ),
        stage.directory.deleteGroup(stage.call("DELETE", "/"), id, {}),
        patch(
          id,
          "remove",
          people.map((person) => person.id),
        ),
      ]);
      expect(
        outcomes.map(refusal).filter((each) => each !== "accepted" && each !== "404 group.unknown_id"),
      ).toEqual([]);
      expect(await membersOf(id)).toEqual([]);
    }
  });

  it("of whom one is a sign-in or an invite that makes the same person: there is one person", async () => {
    const { pool } = stage.db;
    const other = await pool.connect();
    await other.query("BEGIN");
    await other.query(
      `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", email, "emailKey", "emailKeys", source)
       VALUES ($1, $2, $3, $3, $3, $3, ARRAY[$3], 'local')`,
      [stage.tenantId, uuidv7(), "both@race.test"],
    );
    const pushed = stage.createUser("both@race.test");
    await sleep(100);
    await other.query("COMMIT");
    other.release();
    const { id } = await pushed;
    const { rows } = await pool.query(`SELECT id FROM "User" WHERE "userNameKey" = 'both@race.test'`);
    expect(rows).toEqual([{ id }]);
  });

  it("who deactivate the last two admins: one is refused", async () => {
    const admins = [await stage.createUser("a1@race.test"), await stage.createUser("a2@race.test")];
    await stage.db.pool.query(`UPDATE "User" SET role = 'admin', "passwordHash" = 'x' WHERE id = ANY($1)`, [
      admins.map((admin) => admin.id),
    ]);
    const change = {
      apply: (current: UserRecord["resource"]) =>
        ({ ok: true, value: { ...current, active: false } }) as const,
    };
    const outcomes = await Promise.all(
      admins.map((admin) =>
        stage.directory.modifyUser(stage.call("PATCH", "/Users/x"), admin.id, change, {}),
      ),
    );
    expect(outcomes.map(refusal).sort()).toEqual(["403 user.last_admin", "accepted"]);
  });
});

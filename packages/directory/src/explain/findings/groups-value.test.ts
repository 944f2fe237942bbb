import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { groupsReceived, lastPayloadOf } from "../groups-received.ts";
import { listFindings } from "../list-findings.ts";
import { before, DAY, HOUR, MINUTE, type Stage, setStage } from "../testing.ts";

let db: TestDatabase;
let stage: Stage;
let tenant = 0;
const now = new Date();

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  stage = await setStage(db, `acme-${++tenant}`);
  await stage.token({ firstUsedAt: before(now, 30 * DAY), lastUsedAt: before(now, MINUTE) });
});

/** The one finding there is; none when there is none. */
const only = async () => {
  const found = await listFindings(db, stage.tenantId, now);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
};

let people = 0;
const person = (receivedGroups?: readonly string[]) =>
  stage.user({
    userName: `p${++people}@acme.com`,
    ...(receivedGroups ? { receivedGroups, receivedGroupsAt: before(now, 9 * DAY) } : {}),
  });

/** A whole body of a person. */
const push = (userId: string, secondsAgo: number, groupsValue: string, more: object = {}) =>
  stage.event({
    at: before(now, secondsAgo),
    outcome: "applied",
    method: "PUT",
    operation: "user.replace",
    resourceId: userId,
    groupsValue,
    ...more,
  });

describe("groups that stopped arriving", () => {
  it("are told although everyone last pushed came without, and with a way to what happened around then", async () => {
    await stage.team({ displayName: "data" });
    for (let n = 0; n < 60; n++) await push(await person(["data"]), HOUR - n, "absent");
    const finding = await only();
    expect(finding).toMatchObject({
      code: "groups.stopped",
      received: [{ times: { lastAt: before(now, 9 * DAY).toISOString() } }],
    });
    // The header of Teams reads the same bodies, not what people remember of earlier ones.
    expect(await groupsReceived(db, stage.tenantId)).toEqual({ people: 50, withGroups: 0, sent: 60 });
    expect(finding?.actions[0]).toMatchObject({ kind: "see_around" });
    const around = new URL(finding?.actions[0]?.href ?? "", "http://console").searchParams;
    expect(Date.parse(around.get("from") ?? "")).toBe(before(now, 9 * DAY).getTime() - 30 * MINUTE * 1000);
  });

  it("are told when the value that came last was empty and only older events have groups", async () => {
    for (let n = 0; n < 6; n++) {
      const id = await person([]);
      await push(id, DAY + n, "2");
      await push(id, HOUR + n, "empty");
    }
    expect(await only()).toMatchObject({ code: "groups.stopped" });
  });
});

describe("the last payload of a person", () => {
  it("is the newest body that could carry groups: a change of something else is none, one of groups is", async () => {
    const ada = await person(["data"]);
    expect(await lastPayloadOf(db, stage.tenantId, ada)).toBeNull();
    const groups = async (secondsAgo: number, groupsValue: string, more?: object) => {
      await push(ada, secondsAgo, groupsValue, more);
      return (await lastPayloadOf(db, stage.tenantId, ada))?.groupsValue;
    };
    const patch = { method: "PATCH", operation: "user.update" };
    expect(await groups(HOUR, "2")).toBe("2");
    expect(await groups(300, "absent", patch)).toBe("2");
    expect(await groups(200, "empty", patch)).toBe("empty");
    expect(await groups(100, "absent")).toBe("absent");
    expect(await groups(50, "3", { outcome: "rejected" })).toBe("absent");
  });
});

describe("groups of some", () => {
  it("are told however few carry them, but not of those who came before anyone did", async () => {
    for (let n = 0; n < 4; n++) await push(await person(), DAY + n, "absent");
    await push(await person(), HOUR, "1");
    expect(await only()).toBeUndefined();
    for (let n = 0; n < 3; n++) await push(await person(), MINUTE * 20 + n, "absent");
    expect(await only()).toMatchObject({
      code: "groups.absent_for_some",
      count: 3,
      received: [{ values: { carrying: 1, people: 8, missing: 3 } }],
    });
  });
});

describe("a name in people's groups that can be no team", () => {
  const warned = (code: string, value: string) => ({ warnings: [{ code, detail: "why", value }] });

  it("is one finding with the role's name, a name to copy, and is over when everyone was sent without it", async () => {
    const [ada, bo] = [await person(), await person()];
    for (const id of [ada, bo])
      await push(id, HOUR, "1", warned("group.name_invalid", "Platform Engineering"));
    expect(await only()).toMatchObject({
      code: "group.name_invalid",
      count: 1,
      subjects: [{ kind: "team", label: "Platform Engineering", suggestion: "platform-engineering" }],
    });
    await push(ada, 60, "1");
    expect(await only()).toMatchObject({ resolvedAt: null });
    await push(bo, 30, "1");
    expect(await only()).toMatchObject({ resolvedAt: before(now, 30).toISOString() });
  });

  it("that a manual team has can be adopted, which ends it", async () => {
    await push(await person(), HOUR, "1", warned("group.manual_clash", "Infra"));
    expect(await only()).toMatchObject({
      code: "group.manual_clash",
      actions: [{ kind: "adopt_team", href: "/access/teams?q=Infra" }, { kind: "see_requests" }],
    });
    const manual = await stage.team({ displayName: "infra", source: "manual" });
    expect((await only())?.actions[0]?.href).toBe(`/access/teams/${manual}#danger`);
    await db.pool.query(`UPDATE "Team" SET "source" = 'scim', "updatedAt" = now() WHERE "id" = $1`, [manual]);
    expect((await only())?.resolvedAt).not.toBeNull();
  });
});

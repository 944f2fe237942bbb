import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActContext } from "../acts/act.ts";
import { type Stage, setStage } from "../explain/testing.ts";
import { regenerateToken } from "../tokens/issue-token.ts";
import { readOverview } from "./overview.ts";
import { renameTenant } from "./rename-tenant.ts";
import { setScimEnabled } from "./set-enabled.ts";
import { changeSettings, readSettings } from "./settings.ts";

let db: TestDatabase;
const now = new Date();
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

let tenants = 0;
async function fresh(): Promise<{ stage: Stage; by: ActContext }> {
  const stage = await setStage(db, `acme-${tenants++}`);
  return { stage, by: { tenantId: stage.tenantId, actor: { id: null, name: "Ada" }, ip: "192.0.2.1" } };
}

async function overviewOf(stage: Stage) {
  const overview = await readOverview(db, stage.tenantId, now);
  if (!overview) throw new Error("there is a connection");
  return overview;
}

async function audited(tenantId: string): Promise<string[]> {
  const entries = await db.prisma.auditEntry.findMany({ where: { tenantId }, orderBy: { id: "asc" } });
  return entries.map((entry) => entry.action);
}

describe("the SCIM switch", () => {
  it("pauses and resumes, keeps the token, and each turn is in the audit log once", async () => {
    const { stage, by } = await fresh();
    await db.prisma.connection.update({ where: { tenantId: stage.tenantId }, data: { enabled: false } });
    await setScimEnabled(db, by, true);
    await stage.token();
    await setScimEnabled(db, by, false);
    expect((await overviewOf(stage)).state).toBe("paused");
    const again = await setScimEnabled(db, by, false);
    expect(again).toEqual({ ok: true, value: { enabled: false, changed: false } });
    await setScimEnabled(db, by, true);
    const after = await overviewOf(stage);
    expect(after.tokens.current).not.toBeNull();
    expect(after.connection.pausedAt).toBeNull();
    expect(await audited(stage.tenantId)).toEqual(["scim.enabled", "scim.paused", "scim.resumed"]);
  });
});

describe("connection settings", () => {
  it("record what changed, before and after, and nothing else", async () => {
    const { stage, by } = await fresh();
    const seen = await readSettings(db, stage.tenantId);
    if (!seen) throw new Error("there are settings");
    await changeSettings(db, by, seen.updatedAt, { strict: true, honourGroups: seen.honourGroups });
    const entry = await db.prisma.auditEntry.findFirstOrThrow({ where: { tenantId: stage.tenantId } });
    expect([entry.before, entry.after]).toEqual([{ strict: false }, { strict: true }]);
  });

  it("of another admin are not overwritten by one who had not seen them", async () => {
    const { stage, by } = await fresh();
    const seen = await readSettings(db, stage.tenantId);
    if (!seen) throw new Error("there are settings");
    const first = await changeSettings(db, by, seen.updatedAt, { retentionDays: 90 });
    const second = await changeSettings(db, by, seen.updatedAt, { retentionDays: 7 });
    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, refusal: { code: "connection.changed_meanwhile" } });
    expect((await readSettings(db, stage.tenantId))?.retentionDays).toBe(90);
  });
});

describe("the organisation's name", () => {
  it("is changed once when two admins rename it at the same time", async () => {
    const { stage, by } = await fresh();
    const { name } = await db.prisma.tenant.findUniqueOrThrow({ where: { id: stage.tenantId } });
    const results = await Promise.all([
      renameTenant(db, by, name, "Acme North"),
      renameTenant(db, by, name, "Acme South"),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await audited(stage.tenantId)).toEqual(["tenant.renamed"]);
  });
});

describe("the overview", () => {
  it("counts operations by what they did and says never of the others", async () => {
    const { stage } = await fresh();
    await stage.token({ firstUsedAt: minutesAgo(60), lastUsedAt: minutesAgo(1) });
    await stage.event({ at: minutesAgo(9), outcome: "applied", operation: "user.create", groupsValue: "2" });
    await stage.event({
      at: minutesAgo(8),
      outcome: "applied",
      operation: "user.replace",
      groupsValue: "empty",
    });
    await stage.event({ at: minutesAgo(7), outcome: "no_change", operation: "user.replace" });
    await stage.event({ at: minutesAgo(6), outcome: "lookup", operation: "user.list" });
    const { operations } = (await overviewOf(stage)).operations;
    const counts = Object.fromEntries(operations.map((each) => [each.kind, each.count]));
    expect(counts).toMatchObject({ create: 1, update: 1, groups_value: 1, deactivate: 0, group_push: 0 });
    expect(operations.find((each) => each.kind === "deactivate")?.lastAt).toBeNull();
  });

  it("of one tenant knows nothing of another's traffic", async () => {
    const { stage } = await fresh();
    const { stage: other } = await fresh();
    await other.event({ at: minutesAgo(1), outcome: "applied" });
    await other.token({ firstUsedAt: minutesAgo(2) });
    const overview = await overviewOf(stage);
    expect(overview.traffic).toEqual({ lastRequestAt: null, lastChangeAt: null, rejected: 0, authFailed: 0 });
    expect(overview.tokens).toEqual({ current: null, former: null, verifiedAt: null });
    expect(overview.state).toBe("not_set_up");
  });

  it("counts refused tokens, and not the right one that came while SCIM was off", async () => {
    const { stage } = await fresh();
    await stage.event({
      at: minutesAgo(2),
      outcome: "auth_failed",
      authClass: "paused",
      status: 403,
      count: 5,
    });
    await stage.event({
      at: minutesAgo(1),
      outcome: "auth_failed",
      authClass: "truncated",
      status: 401,
      count: 3,
    });
    expect((await overviewOf(stage)).traffic.authFailed).toBe(3);
  });

  it("says how many of the people who were sent carry groups", async () => {
    const { stage } = await fresh();
    for (const [name, groupsValue] of [
      ["ann", "1"],
      ["bo", "empty"],
      ["cy", "absent"],
    ] as const) {
      const resourceId = await stage.user({ userName: `${name}@acme.com`, receivedGroups: ["data"] });
      await stage.event({ at: minutesAgo(1), outcome: "applied", resourceId, groupsValue });
    }
    expect((await overviewOf(stage)).groups).toEqual({ people: 3, withGroups: 1, sent: 3 });
  });

  it("stays quiet, not new, when the requests of its changes are no longer kept", async () => {
    const { stage } = await fresh();
    await stage.token({ firstUsedAt: minutesAgo(60_000), lastUsedAt: minutesAgo(1) });
    await stage.user({ userName: "ada@acme.com", lastProvisionedAt: minutesAgo(50_000) });
    const overview = await overviewOf(stage);
    expect(overview.state).toBe("quiet");
    expect(overview.traffic.lastChangeAt).toEqual(minutesAgo(50_000));
  });

  it("calls nobody rejected for a push that was applied but for unknown members", async () => {
    const { stage } = await fresh();
    await stage.token({ firstUsedAt: minutesAgo(60), lastUsedAt: minutesAgo(1) });
    await stage.event({
      at: minutesAgo(1),
      outcome: "applied",
      operation: "group.update",
      resourceType: "Group",
      resourceId: await stage.team({ displayName: "data", lastTouchedAt: now }),
      warnings: [{ code: "group.member_unknown", detail: "skipped", value: "u1" }],
    });
    expect(await overviewOf(stage)).toMatchObject({
      state: "healthy",
      turnedAway: 0,
      findings: [{ code: "group.member_unknown" }],
    });
  });

  it("watches the cut-over: how often the former token was refused since it ended", async () => {
    const { stage, by } = await fresh();
    const old = await stage.token({
      createdAt: minutesAgo(600),
      firstUsedAt: minutesAgo(500),
      retiredAt: null,
    });
    const issued = await regenerateToken(db, by);
    await stage.event({
      at: new Date(Date.now() + 1000),
      outcome: "auth_failed",
      authClass: "retired",
      reason: "auth.retired_token",
      tokenId: old,
      status: 401,
      count: 4,
    });
    const { tokens } = await overviewOf(stage);
    expect(tokens.current).toMatchObject({ last4: issued.last4, firstUsedAt: null });
    expect(tokens.former).toMatchObject({ id: old, refused: 4, retiredByName: "Ada", validUntil: null });
    expect(JSON.stringify(tokens)).not.toContain(issued.token);
  });
});

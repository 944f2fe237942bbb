import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dismissFinding } from "./dismissals.ts";
import { listFindings } from "./list-findings.ts";
import { before, DAY, HOUR, MINUTE, type Stage, setStage } from "./testing.ts";

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
});

const findings = (at = now) => listFindings(db, stage.tenantId, at);
const only = async (at = now) => {
  const found = await findings(at);
  expect(found).toHaveLength(1);
  const [finding] = found;
  if (!finding) throw new Error("no finding");
  return finding;
};
const connected = () =>
  stage.token({
    firstUsedAt: before(now, 30 * DAY),
    lastUsedAt: before(now, 12 * DAY),
    lastUsedIp: "52.34.0.1",
  });

describe("quiet", () => {
  it("a tenant without a single request has no findings", async () => {
    await stage.token();
    expect(await findings()).toEqual([]);
  });

  it("a connection that once worked and has been silent for weeks has no findings", async () => {
    await connected();
    const ada = await stage.user({ userName: "ada@acme.com", lastProvisionedAt: before(now, 40 * DAY) });
    const data = await stage.team({
      displayName: "data",
      createdAt: before(now, 300 * DAY),
      lastTouchedAt: before(now, 200 * DAY),
    });
    await stage.member(data, ada);
    await db.pool.query(`UPDATE "User" SET "lastProvisionedAt" = $2 WHERE "tenantId" = $1`, [
      stage.tenantId,
      before(now, 250 * DAY),
    ]);
    expect(await findings()).toEqual([]);
  });

  it("a tenant without a connection has no findings", async () => {
    expect(await listFindings(db, "01990000-0000-7000-8000-000000000000", now)).toEqual([]);
  });
});

describe("refused credentials", () => {
  it("a retired token is named with its last four characters, who retired it and when", async () => {
    const old = await stage.token({
      last4: "A1B2",
      retiredAt: before(now, 2 * DAY),
      retiredByName: "Ada",
      createdAt: before(now, 9 * DAY),
    });
    await stage.token();
    await stage.event({
      at: before(now, 30),
      outcome: "auth_failed",
      authClass: "retired",
      tokenId: old,
      ip: "52.34.0.1",
      status: 401,
      count: 4,
    });
    const finding = await only();
    expect(finding).toMatchObject({
      code: "auth.retired_token",
      severity: "bad",
      count: 4,
      resolvedAt: null,
    });
    expect(finding.received[0]).toMatchObject({
      id: "findings.auth.retired_token.received",
      values: { last4: "A1B2", retiredBy: "Ada" },
      times: { retiredAt: before(now, 2 * DAY).toISOString() },
    });
    expect(finding.steps[0]?.id).toBe("steps.token_paste.onelogin");
    expect(finding.actions.map((action) => action.kind)).toEqual(["regenerate_token", "see_requests"]);
  });

  it("cut off, never ours, another organisation's, missing, doubled and paused are six different findings", async () => {
    await stage.token();
    for (const authClass of ["truncated", "unknown", "other_tenant", "missing", "malformed", "paused"]) {
      await stage.event({
        at: before(now, 60),
        outcome: "auth_failed",
        authClass,
        status: 401,
        ...(authClass === "malformed" ? { detail: "doubled_bearer: The word was sent twice." } : {}),
      });
    }
    await db.pool.query(`UPDATE "Connection" SET "enabled" = false WHERE "tenantId" = $1`, [stage.tenantId]);
    const found = await findings();
    expect(new Set(found.map((finding) => finding.received[0]?.id))).toEqual(
      new Set([
        "findings.auth.truncated_token.received",
        "findings.auth.unknown_token.received",
        "findings.auth.other_tenant.received",
        "findings.auth.missing_header.received",
        "findings.auth.malformed_header.received_doubled_bearer",
        "findings.auth.paused.received",
      ]),
    );
  });

  it("is over with the next accepted request, stays in sight for ten minutes, and is then gone", async () => {
    await stage.token();
    await stage.event({ at: before(now, 300), outcome: "auth_failed", authClass: "truncated", status: 401 });
    const accepted = before(now, 60);
    await stage.event({ at: accepted, outcome: "lookup", method: "GET", operation: "user.list" });
    expect(await only()).toMatchObject({
      resolvedAt: accepted.toISOString(),
      resolution: { id: "findings.auth.connected", values: { currentLast4: "3F9C" } },
    });
    expect(await findings(new Date(accepted.getTime() + 10 * MINUTE * 1000))).toEqual([]);
  });

  it("a pause is over once SCIM is on again", async () => {
    await stage.token();
    await stage.event({ at: before(now, 90), outcome: "auth_failed", authClass: "paused", status: 403 });
    await db.pool.query(`UPDATE "Connection" SET "enabledAt" = $2 WHERE "tenantId" = $1`, [
      stage.tenantId,
      before(now, 30),
    ]);
    expect(await only()).toMatchObject({ code: "auth.paused", resolvedAt: before(now, 30).toISOString() });
  });

  it("a stranger's token is not called the provider's while the provider gets in from elsewhere", async () => {
    await stage.token({
      firstUsedAt: before(now, DAY),
      lastUsedAt: before(now, HOUR),
      lastUsedIp: "52.34.0.1",
    });
    await stage.user({ userName: "ada@acme.com" });
    await stage.event({
      at: before(now, 60),
      outcome: "auth_failed",
      authClass: "unknown",
      ip: "203.0.113.9",
      status: 401,
    });
    expect(await only()).toMatchObject({ severity: "info", title: { id: "findings.auth.stray.title" } });
  });

  it("twenty thousand refused requests are one finding, found in bounded time", async () => {
    await stage.token();
    await db.pool.query(
      `INSERT INTO "ProvisioningEvent" ("tenantId", "id", "at", "requestId", "method", "path", "operation", "outcome",
         "status", "authClass", "ip", "fingerprint")
       SELECT $1, gen_random_uuid(), $2, 'req', 'GET', '/Users', 'user.list', 'auth_failed', 401, 'unknown',
         '203.0.113.' || n % 250, n::text FROM generate_series(1, 20000) n`,
      [stage.tenantId, before(now, 60)],
    );
    await db.pool.query(
      `UPDATE "ProvisioningEvent" SET "id" = (left($2, 14) || substr("id"::text, 15))::uuid WHERE "tenantId" = $1`,
      [stage.tenantId, await stage.event({ at: now, outcome: "auth_failed", authClass: "unknown" })],
    );
    const started = performance.now();
    const finding = await only();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(finding.received.length + finding.subjects.length).toBeLessThan(10);
  });
});

describe("requests to a wrong address", () => {
  it("an extra version, a doubled resource and a doubled path are told apart", async () => {
    await stage.token();
    for (const [path, variant] of [
      ["/v2/Users?count=1", "version"],
      ["/Users/Users", "resource"],
      ["/scim/acme/v2/Users", "endpoint"],
      ["/People", "other"],
    ] as const) {
      const at = before(now, 60);
      await stage.event({ at, outcome: "rejected", reason: "path.not_found", path, status: 404 });
      const finding = await only();
      expect(finding.code).toBe("path.not_found");
      expect(finding.received[0]?.id).toBe(`findings.path.not_found.received_${variant}`);
      await db.pool.query(`DELETE FROM "ProvisioningEvent" WHERE "tenantId" = $1`, [stage.tenantId]);
    }
  });
});

describe("people and teams turned away", () => {
  it("three people without an e-mail are one finding that names them", async () => {
    await connected();
    for (const name of ["ghopper", "kjohnson", "dvaughan"]) {
      await stage.event({
        at: before(now, HOUR),
        outcome: "rejected",
        reason: "user.email_missing",
        subject: name,
        subjectKeys: [name],
      });
    }
    const finding = await only();
    expect(finding).toMatchObject({ code: "user.email_missing", severity: "warn", count: 3 });
    expect(finding.subjects.map((subject) => subject.label).sort()).toEqual([
      "dvaughan",
      "ghopper",
      "kjohnson",
    ]);
  });

  it("one refused five times counts once, and is over when the same person is accepted", async () => {
    await connected();
    const refuse = (seconds: number) =>
      stage.event({
        at: before(now, seconds),
        outcome: "rejected",
        reason: "user.email_missing",
        subject: "ghopper",
        subjectKeys: ["ghopper", "ext-7"],
      });
    for (const seconds of [500, 400, 300, 200, 100]) await refuse(seconds);
    expect(await only()).toMatchObject({
      count: 1,
      title: { values: { name: "ghopper", count: 1, times: 5 } },
    });
    await stage.event({
      at: before(now, 50),
      outcome: "applied",
      subject: "Grace Hopper",
      subjectKeys: ["ghopper", "grace@acme.com"],
    });
    expect(await only()).toMatchObject({ resolvedAt: before(now, 50).toISOString() });
    expect(await findings(new Date(now.getTime() + HOUR * 1000))).toEqual([]);
  });

  it("a team name with a blank comes with a suggestion that is allowed", async () => {
    await connected();
    await stage.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "group.name_invalid",
      path: "/Groups",
      operation: "group.create",
      resourceType: "Group",
      subject: "Platform Engineering",
      subjectKeys: ["platform engineering"],
    });
    expect((await only()).subjects).toMatchObject([{ kind: "team", suggestion: "platform-engineering" }]);
  });

  it("a local account in the way is over once it is linked", async () => {
    await connected();
    await stage.event({
      at: before(now, 600),
      outcome: "rejected",
      reason: "user.local_conflict",
      subject: "root@acme.com",
      subjectKeys: ["root@acme.com"],
      status: 409,
    });
    expect(await only()).toMatchObject({
      resolvedAt: null,
      actions: [{ kind: "link_account" }, { kind: "see_requests" }],
    });
    await stage.user({ userName: "root@acme.com", email: "root@acme.com" });
    expect((await only()).resolvedAt).not.toBeNull();
  });

  it("the last admin's refusal is a red finding", async () => {
    await connected();
    await stage.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "user.last_admin",
      method: "DELETE",
      operation: "user.delete",
      subject: "Ada",
      subjectKeys: ["ada@acme.com"],
      status: 403,
    });
    expect(await only()).toMatchObject({ code: "user.last_admin", severity: "bad" });
  });

  it("looking for an id that is not there turns nobody away", async () => {
    await connected();
    await stage.user({ userName: "ada@acme.com" });
    const at = before(now, 60);
    const reason = "user.unknown_id";
    await stage.event({
      at,
      outcome: "rejected",
      reason,
      method: "GET",
      path: "/Users/1",
      subjectKeys: ["1"],
    });
    await stage.event({
      at,
      outcome: "rejected",
      reason,
      method: "DELETE",
      path: "/Users/1",
      subjectKeys: ["1"],
    });
    expect(await findings()).toEqual([]);
  });

  it("a reason that this version does not know is still a finding", async () => {
    await connected();
    await stage.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "user.from_the_future",
      subjectKeys: ["x"],
    });
    expect(await only()).toMatchObject({ code: "request.refused" });
  });
});

describe("connected and nothing pushed", () => {
  const lookups = async (hours: number) => {
    await stage.token({ firstUsedAt: before(now, hours * HOUR), lastUsedAt: before(now, hours * HOUR) });
    for (let n = 0; n < 6; n++) {
      await stage.event({
        at: before(now, hours * HOUR - n),
        outcome: "lookup",
        method: "GET",
        operation: "user.list",
      });
    }
  };

  it("is silent in the first hour", async () => {
    await lookups(0.5);
    expect(await findings()).toEqual([]);
  });

  it("is worth knowing after an hour, with the checks in OneLogin and the word that we cannot see inside", async () => {
    await lookups(3);
    const finding = await only();
    expect(finding).toMatchObject({ code: "connection.nothing_pushed", severity: "info" });
    expect(finding.received[0]?.values.lookups).toBe(6);
    expect(finding.steps.map((step) => step.id)).toEqual([
      "steps.approval_pending.onelogin",
      "steps.provisioning_ticked.onelogin",
      "steps.approval_skip.onelogin",
      "steps.cannot_see.onelogin",
    ]);
  });

  it("is amber after a day", async () => {
    await lookups(25);
    expect(await only()).toMatchObject({ severity: "warn" });
  });

  it("never comes back once a write has arrived, even when its event is long gone", async () => {
    await lookups(25);
    await stage.user({ userName: "ada@acme.com", scimState: "deleted", active: false });
    expect(await findings()).toEqual([]);
  });
});

describe("groups", () => {
  const push = async (count: number, groupsValue: string, minutesAgo: number) => {
    for (let n = 0; n < count; n++) {
      const name = `p${tenant}-${minutesAgo}-${n}`;
      const id = await stage.user({ userName: `${name}@acme.com`, displayName: name });
      await stage.event({
        at: before(now, minutesAgo * MINUTE + n),
        outcome: "applied",
        resourceId: id,
        subject: name,
        groupsValue,
      });
    }
  };

  it("ten people who all come without groups are one finding that says so", async () => {
    await connected();
    await push(10, "absent", 5);
    expect(await only()).toMatchObject({ code: "groups.absent", received: [{ values: { people: 10 } }] });
  });

  it("is silent when teams come through /Groups", async () => {
    await connected();
    await push(10, "empty", 5);
    await stage.team({ displayName: "data" });
    expect(await findings()).toEqual([]);
  });

  it("names the one person of ten who comes without", async () => {
    await connected();
    await push(9, "2", 5);
    await push(1, "absent", 1);
    const finding = await only();
    expect(finding).toMatchObject({ code: "groups.absent_for_some", severity: "info", count: 1 });
    expect(finding.received[0]?.values).toMatchObject({ carrying: 9, people: 10 });
    expect(finding.subjects).toHaveLength(1);
  });

  it("says since when groups stopped arriving for everyone", async () => {
    await connected();
    await push(6, "1", 120);
    await push(6, "absent", 10);
    const finding = await only();
    expect(finding.code).toBe("groups.stopped");
    expect(finding.received[0]?.times.since).toBe(before(now, 10 * MINUTE + 5).toISOString());
  });

  it("tells of members who are not known here, until the group is set without them", async () => {
    await connected();
    const team = await stage.team({ displayName: "data", lastTouchedAt: now });
    await stage.event({
      at: before(now, 60),
      outcome: "applied",
      method: "PATCH",
      operation: "group.update",
      resourceType: "Group",
      resourceId: team,
      warnings: [
        { code: "group.member_unknown", detail: "skipped", value: "u1" },
        { code: "group.member_unknown", detail: "skipped", value: "u2" },
      ],
    });
    expect(await only()).toMatchObject({ code: "group.member_unknown", count: 2, resolvedAt: null });
    await stage.event({
      at: before(now, 30),
      outcome: "applied",
      method: "PUT",
      operation: "group.replace",
      resourceType: "Group",
      resourceId: team,
    });
    expect(await only()).toMatchObject({ resolvedAt: before(now, 30).toISOString() });
  });
});

describe("teams that may be left over", () => {
  it("a team that became empty more than a day ago is named with the day", async () => {
    await connected();
    await stage.team({
      displayName: "ml-old",
      createdAt: before(now, 90 * DAY),
      lastNonEmptyAt: before(now, 34 * DAY),
    });
    await stage.team({
      displayName: "fresh",
      createdAt: before(now, 9 * DAY),
      lastNonEmptyAt: before(now, HOUR),
    });
    expect(await only()).toMatchObject({
      code: "team.possibly_stale",
      count: 1,
      received: [
        {
          id: "findings.team.possibly_stale.received_emptied",
          times: { since: before(now, 34 * DAY).toISOString() },
        },
      ],
    });
  });

  it("a team that nobody named for 90 days while its members were pushed is named with their number", async () => {
    await connected();
    const team = await stage.team({
      displayName: "old",
      createdAt: before(now, 300 * DAY),
      lastTouchedAt: before(now, 100 * DAY),
    });
    for (let n = 0; n < 8; n++) {
      const id = await stage.user({
        userName: `m${n}@acme.com`,
        receivedGroups: ["data"],
        receivedGroupsAt: before(now, 3 * DAY),
      });
      await stage.member(team, id);
    }
    expect((await only()).received).toMatchObject([{ values: { updatedWithout: 8, members: 8 } }]);
  });

  it("says nothing of a team that never had anyone, of a manual one, or of one that an admin keeps", async () => {
    await connected();
    const at = before(now, 40 * DAY);
    await stage.team({ displayName: "never", createdAt: at });
    await stage.team({ displayName: "manual", source: "manual", createdAt: at, lastNonEmptyAt: at });
    await stage.team({
      displayName: "kept",
      createdAt: at,
      lastNonEmptyAt: at,
      keptUntil: new Date(now.getTime() + DAY * 1000),
    });
    expect(await findings()).toEqual([]);
  });
});

describe("our own errors and dismissals", () => {
  it("a failure on our side names its reference and is over with the next answer", async () => {
    await connected();
    await stage.user({ userName: "ada@acme.com" });
    await stage.event({ at: before(now, 300), outcome: "server_error", status: 500, requestId: "req_x1" });
    expect(await only()).toMatchObject({
      code: "server.error",
      received: [{ values: { requestId: "req_x1" } }],
    });
    await stage.event({ at: before(now, 60), outcome: "applied" });
    expect((await only()).resolvedAt).not.toBeNull();
  });

  it("a dismissed finding comes back with newer evidence only", async () => {
    await connected();
    const refuse = (at: Date) =>
      stage.event({
        at,
        outcome: "rejected",
        reason: "user.email_missing",
        subject: "g",
        subjectKeys: ["g"],
      });
    await refuse(before(now, 60));
    await dismissFinding(db, stage.tenantId, "user.email_missing", "Ada");
    expect(await findings(new Date())).toEqual([]);
    const later = new Date(Date.now() + 1000);
    await refuse(later);
    expect(await listFindings(db, stage.tenantId, new Date(later.getTime() + 1000))).toHaveLength(1);
  });

  it("another tenant's trouble is not ours", async () => {
    const other = await setStage(db, `other-${tenant}`);
    await other.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "user.email_missing",
      subjectKeys: ["g"],
    });
    expect(await findings()).toEqual([]);
  });
});

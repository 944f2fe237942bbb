import { describe, expect, it } from "vitest";
import { before, DAY, HOUR, MINUTE } from "../testing.ts";
import { FindingsStage, now } from "./testing.ts";

const world = new FindingsStage();

describe("refused credentials", () => {
  it("a retired token is named with its last four characters, who retired it and when", async () => {
    const old = await world.stage.token({
      last4: "A1B2",
      retiredAt: before(now, 2 * DAY),
      retiredByName: "Ada",
      createdAt: before(now, 9 * DAY),
    });
    await world.stage.token();
    await world.stage.event({
      at: before(now, 30),
      outcome: "auth_failed",
      authClass: "retired",
      tokenId: old,
      ip: "52.34.0.1",
      status: 401,
      count: 4,
    });
    const finding = await world.only();
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
    expect(finding.seen).toMatchObject({ id: "seen.times", values: { times: 4 } });
    expect(finding.actions).toMatchObject([
      { kind: "regenerate_token", href: "/settings/security/provisioning?dialog=regenerate" },
      { kind: "see_requests", count: 4 },
    ]);
  });

  it("cut off, never ours, another organisation's, missing, doubled and paused are six different findings", async () => {
    await world.stage.token();
    for (const authClass of ["truncated", "unknown", "other_tenant", "missing", "malformed", "paused"]) {
      await world.stage.event({
        at: before(now, 60),
        outcome: "auth_failed",
        authClass,
        status: 401,
        ...(authClass === "malformed" ? { detail: "doubled_bearer: The word was sent twice." } : {}),
      });
    }
    await world.db.pool.query(`UPDATE "Connection" SET "enabled" = false WHERE "tenantId" = $1`, [
      world.stage.tenantId,
    ]);
    const found = await world.findings();
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

  it("a token that was never ours is no reason to end the one that is", async () => {
    await world.stage.token();
    await world.stage.event({
      at: before(now, 60),
      outcome: "auth_failed",
      authClass: "unknown",
      status: 401,
      count: 3,
    });
    expect((await world.only()).actions).toMatchObject([{ kind: "see_requests", count: 3 }]);
  });

  it("is over with the next accepted request, stays in sight for ten minutes, and is then gone", async () => {
    await world.stage.token();
    await world.stage.event({
      at: before(now, 300),
      outcome: "auth_failed",
      authClass: "truncated",
      status: 401,
    });
    const accepted = before(now, 60);
    await world.stage.event({ at: accepted, outcome: "lookup", method: "GET", operation: "user.list" });
    expect(await world.only()).toMatchObject({
      resolvedAt: accepted.toISOString(),
      resolution: { id: "findings.auth.connected", values: { currentLast4: "3F9C" } },
    });
    expect(await world.findings(new Date(accepted.getTime() + 10 * MINUTE * 1000))).toEqual([]);
  });

  it("a pause is over once SCIM is on again", async () => {
    await world.stage.token();
    await world.stage.event({
      at: before(now, 90),
      outcome: "auth_failed",
      authClass: "paused",
      status: 403,
    });
    await world.db.pool.query(`UPDATE "Connection" SET "enabledAt" = $2 WHERE "tenantId" = $1`, [
      world.stage.tenantId,
      before(now, 30),
    ]);
    expect(await world.only()).toMatchObject({
      code: "auth.paused",
      resolvedAt: before(now, 30).toISOString(),
    });
  });

  it("a stranger's token is not called the provider's while the provider gets in from elsewhere", async () => {
    await world.stage.token({
      firstUsedAt: before(now, DAY),
      lastUsedAt: before(now, HOUR),
      lastUsedIp: "52.34.0.1",
    });
    await world.stage.user({ userName: "ada@acme.com" });
    await world.stage.event({
      at: before(now, 60),
      outcome: "auth_failed",
      authClass: "unknown",
      ip: "203.0.113.9",
      status: 401,
    });
    expect(await world.only()).toMatchObject({
      severity: "info",
      title: { id: "findings.auth.stray.title" },
    });
  });

  it("twenty thousand refused requests are one finding, found in bounded time", async () => {
    await world.stage.token();
    await world.db.pool.query(
      `INSERT INTO "ProvisioningEvent" ("tenantId", "id", "at", "requestId", "method", "path", "operation", "outcome",
         "status", "authClass", "ip", "fingerprint")
       SELECT $1, gen_random_uuid(), $2, 'req', 'GET', '/Users', 'user.list', 'auth_failed', 401, 'unknown',
         '203.0.113.' || n % 250, n::text FROM generate_series(1, 20000) n`,
      [world.stage.tenantId, before(now, 60)],
    );
    await world.db.pool.query(
      `UPDATE "ProvisioningEvent" SET "id" = (left($2, 14) || substr("id"::text, 15))::uuid WHERE "tenantId" = $1`,
      [
        world.stage.tenantId,
        await world.stage.event({ at: now, outcome: "auth_failed", authClass: "unknown" }),
      ],
    );
    const started = performance.now();
    const finding = await world.only();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(finding.received.length + finding.subjects.length).toBeLessThan(10);
  });
});

import type { Call } from "@rollcall/scim";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { regenerateToken } from "../tokens/issue-token.ts";
import { newScimToken } from "../tokens/scim-token.ts";
import { expectOk, refusal, type ScimStage, scimCall, scimStage, scimTenant } from "./testing.ts";

let stage: ScimStage;

beforeEach(async () => {
  stage = await scimStage(4);
});

afterEach(() => stage.close());

function list(more: Partial<Call> = {}) {
  const page = { kind: "index", startIndex: 1, count: 10 } as const;
  return stage.directory.listUsers(stage.call("GET", "/Users?count=10", more), { page });
}

function bearer(token: string): Partial<Call> {
  return { credential: { kind: "bearer", token } };
}

async function authEvent() {
  return (await stage.events()).find((event) => event.outcome === "auth_failed");
}

describe("a caller", () => {
  it("with the tenant's live token is let in, and the token's use is remembered", async () => {
    expectOk(await list());
    await stage.directory.flush();
    const { rows } = await stage.db.pool.query(
      `SELECT "firstUsedAt", "lastUsedAt", "lastUsedIp" FROM "ScimToken"`,
    );
    expect(rows[0]).toMatchObject({ lastUsedIp: "192.0.2.1" });
    expect(rows[0].firstUsedAt).toEqual(rows[0].lastUsedAt);
  });

  it("whose token was regenerated gets nothing from that moment on, and the event names the token", async () => {
    await regenerateToken(stage.db, { tenantId: stage.tenantId, actor: { id: null, name: "Ada" } });
    const outcome = await list();
    expect(refusal(outcome)).toBe("401 auth.invalid_token");
    if (!outcome.ok) expect(outcome.error.headers?.["WWW-Authenticate"]).toMatch(/^Bearer realm=/);
    const event = await authEvent();
    expect(event).toMatchObject({ authClass: "retired", reason: "auth.retired_token", status: 401 });
    expect(event?.tokenId).not.toBeNull();
    expect(event?.detail).toContain(`…${stage.token.slice(-4)} was retired by Ada`);
  });

  it("keeps working with the old token during an overlap that an admin chose", async () => {
    const request = { tenantId: stage.tenantId, actor: { id: null, name: "Ada" } };
    const next = await regenerateToken(stage.db, request, 1);
    expectOk(await list());
    expectOk(await list(bearer(next.token)));
    await stage.db.pool.query(`UPDATE "ScimToken" SET "validUntil" = now() WHERE "validUntil" IS NOT NULL`);
    expect(refusal(await list())).toBe("401 auth.invalid_token");
  });

  it.each([
    ["truncated", "auth.truncated_token", (token: string) => bearer(token.slice(0, -5))],
    ["unknown", "auth.unknown_token", () => bearer(newScimToken())],
    ["unknown", "auth.unknown_token", () => bearer("ghp_whatever")],
    ["missing", "auth.missing_header", () => ({ credential: { kind: "missing" } as const })],
    [
      "malformed",
      "auth.malformed_header",
      () => ({ credential: { kind: "malformed", problem: "doubled_bearer" } as const }),
    ],
  ])("is told nothing of why it is refused; the event says %s", async (authClass, reason, credential) => {
    const outcome = await list(credential(stage.token));
    expect(refusal(outcome)).toBe("401 auth.invalid_token");
    expect(await authEvent()).toMatchObject({ authClass, reason, request: null });
  });

  it("with another tenant's token sees nothing, and learns nothing", async () => {
    await stage.createUser("ann@acme.test");
    const other = await scimTenant(stage.db, "other");
    expect(refusal(await list(bearer(other.token)))).toBe("401 auth.invalid_token");
    expect(await authEvent()).toMatchObject({ authClass: "other_tenant" });
    const theirs = await stage.directory.listUsers(scimCall("other", other.token, "GET", "/Users"), {
      page: { kind: "index", startIndex: 1, count: 10 },
    });
    expect(expectOk(theirs).totalResults).toBe(0);
  });

  it("of a tenant that does not exist gets 404", async () => {
    expect(refusal(await list({ tenant: "nobody" }))).toBe("404 path.not_found");
  });

  it("gets 403 while SCIM is off or another mode is chosen, and nothing is changed", async () => {
    const pause = (sql: string) => stage.db.pool.query(`UPDATE "Connection" SET ${sql}`);
    await pause("enabled = false");
    const outcome = await stage.directory.createUser(stage.call("POST", "/Users"), {
      resource: { userName: "x@acme.test" },
    });
    expect(refusal(outcome)).toBe("403 auth.paused");
    await pause("enabled = true, mode = 'jit'");
    expect(refusal(await list())).toBe("403 auth.paused");
    await pause("mode = 'scim'");
    expect(expectOk(await list()).totalResults).toBe(0);
    expect(await authEvent()).toMatchObject({ authClass: "paused", status: 403 });
  });

  it("that fails again and again in one minute makes one row per kind", async () => {
    const receivedAt = new Date();
    for (let n = 0; n < 20; n++) await list({ credential: { kind: "missing" }, receivedAt });
    await stage.directory.flush();
    for (let n = 0; n < 5; n++) await list({ credential: { kind: "missing" }, receivedAt });
    await list({ credential: { kind: "missing" }, receivedAt, ip: "192.0.2.2" });
    const events = await stage.events();
    expect(events.map((event) => [event.ip, event.count])).toEqual([
      ["192.0.2.1", 25],
      ["192.0.2.2", 1],
    ]);
  });

  it("that is told of quotes sees the quotes, though it sent Bearer twice a moment before", async () => {
    const receivedAt = new Date();
    for (const problem of ["doubled_bearer", "quoted", "quoted"] as const) {
      await list({ credential: { kind: "malformed", problem, token: "the-same" }, receivedAt });
    }
    expect((await stage.events()).map((event) => [event.detail?.split(":", 1)[0], event.count])).toEqual([
      ["doubled_bearer", 1],
      ["quoted", 2],
    ]);
  });

  it("that tries random tokens fills no table", async () => {
    const receivedAt = new Date();
    for (let n = 0; n < 200; n++) await list({ ...bearer(`guess-${n}`), receivedAt });
    const events = await stage.events();
    expect(events.length).toBeLessThanOrEqual(52);
    expect(events.reduce((sum, event) => sum + event.count, 0)).toBe(200);
  });
});

describe("a strict connection", () => {
  it("refuses the first deviation that is an error, after the caller", async () => {
    await stage.db.pool.query(`UPDATE "Connection" SET strict = true`);
    const error = { code: "payload.unreadable", status: 400, detail: "no dialects here" };
    const deviations = [{ dialect: "query-tail" }, { dialect: "string-boolean", error }];
    const resource = { userName: "s@acme.test" };
    const strict = await stage.directory.createUser(stage.call("POST", "/Users", { deviations }), {
      resource,
    });
    expect(refusal(strict)).toBe("400 payload.unreadable");
    const group = { displayName: "g", members: [] };
    const strictGroup = await stage.directory.createGroup(
      stage.call("POST", "/Groups", { deviations }),
      group,
      [],
    );
    expect(refusal(strictGroup)).toBe("400 payload.unreadable");
    expect(refusal(await list({ credential: { kind: "missing" }, deviations }))).toBe(
      "401 auth.invalid_token",
    );
    expect(expectOk(await list()).totalResults).toBe(0);
  });
});

describe("what is not offered, or has to come again later", () => {
  it.each([
    { code: "path.not_implemented", status: 501, detail: "There is no /Me." },
    { code: "rate.limited", status: 503, detail: "Send this one again." },
  ])("is a refusal with $status, not a fault of ours", async (error) => {
    expect(refusal(await stage.directory.refuse(stage.call("GET", "/Me"), error))).toBe(
      `${error.status} ${error.code}`,
    );
    expect(await stage.events()).toMatchObject([
      { outcome: "rejected", reason: error.code, status: error.status },
    ]);
  });
});

describe("a fault of ours", () => {
  it("is on record with what the request was about", async () => {
    await stage.db.pool.query(`ALTER TABLE "User" RENAME COLUMN "attributes" TO lost`);
    const body = { userName: "fault@acme.test" };
    const failing = stage.directory.createUser(stage.call("POST", "/Users", { body }), { resource: body });
    await expect(failing).rejects.toThrow();
    expect(await stage.events()).toMatchObject([
      { outcome: "server_error", reason: "server.error", subject: "fault@acme.test", status: 500 },
    ]);
  });
});

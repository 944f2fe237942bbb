import { transaction } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTenant } from "./create-tenant.ts";
import { endSessions } from "./end-sessions.ts";
import { signInWithPassword } from "./password-sign-in.ts";
import { findSession } from "./sessions.ts";

const password = "seven quiet otters paddle";
const caller = { ip: "192.0.2.1", userAgent: "test" };
let db: TestDatabase;
let tenantId: string;
let userId: string;

beforeEach(async () => {
  db = await createTestDatabase();
  ({ tenantId, userId } = await tenant("Acme", "ada@acme.test"));
});
afterEach(() => db.drop());

async function tenant(organization: string, email: string) {
  const created = await createTenant(db, { organization, name: "Ada", email, password });
  if (!created.ok) throw new Error(created.error.code);
  return created.value;
}

const attempt = (input: { email: string; password: string; tenant?: string }) =>
  signInWithPassword(db, input, caller);

async function signIn() {
  const result = await attempt({ email: "ADA@acme.test ", password });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("signing in with a password", () => {
  it("opens a session that the database knows", async () => {
    const { sessionId } = await signIn();
    expect(await findSession(db, tenantId, sessionId)).toMatchObject({ kind: "live", user: { id: userId } });
    const [record] = await db.prisma.signIn.findMany({ where: { tenantId } });
    expect(record).toMatchObject({ method: "password", result: "ok", userId });
  });

  it("answers the same for an unknown address and a wrong password", async () => {
    const unknown = await attempt({ email: "nobody@acme.test", password });
    const wrong = await attempt({ email: "ada@acme.test", password: "something else entirely" });
    expect(unknown).toEqual({ ok: false, error: { code: "sign_in.wrong" } });
    expect(wrong).toEqual(unknown);
  });

  it("leaves as much behind of an unknown address as of a known one, but not what was typed", async () => {
    await attempt({ email: "Nobody@acme.test", password: "something else entirely" });
    await attempt({ email: "ada@acme.test", password: "something else entirely" });
    const records = await db.prisma.signIn.findMany({ where: { tenantId }, orderBy: { id: "asc" } });
    expect(records).toMatchObject([
      { result: "refused", reason: "unknown_address", userId: null, nameId: null, ip: caller.ip },
      { result: "refused", reason: "wrong_password", userId, ip: caller.ip },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/nobody/i);
  });

  it("takes as long for an unknown address as for a known one", async () => {
    await attempt({ email: "warm@acme.test", password });
    const time = async (email: string) => {
      const start = performance.now();
      await attempt({ email, password: "something else entirely" });
      return performance.now() - start;
    };
    const known = Math.min(
      await time("ada@acme.test"),
      await time("ada@acme.test"),
      await time("ada@acme.test"),
    );
    const unknown = Math.min(
      await time("no1@acme.test"),
      await time("no2@acme.test"),
      await time("no3@acme.test"),
    );
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it("locks the account after ten attempts, also when all are made at once, and says until when", async () => {
    const results = await Promise.all(
      Array.from({ length: 14 }, () => attempt({ email: "ada@acme.test", password: "wrong wrong wrong" })),
    );
    const codes = results.map((result) => (result.ok ? "ok" : result.error.code));
    expect(codes.filter((code) => code === "sign_in.wrong")).toHaveLength(10);
    const locked = await attempt({ email: "ada@acme.test", password });
    if (locked.ok || locked.error.code !== "sign_in.throttled") throw new Error("not locked");
    const minutes = (locked.error.until.getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(13);
    expect(minutes).toBeLessThanOrEqual(15.1);
  });

  it("lets the person in again when the lock is over", async () => {
    for (let count = 0; count < 11; count++)
      await attempt({ email: "ada@acme.test", password: "wrong wrong wrong" });
    await db.pool.query(`UPDATE "SignInThrottle" SET "lockedUntil" = now() - interval '1 second'`);
    expect(await attempt({ email: "ada@acme.test", password })).toMatchObject({ ok: true });
  });

  it("counts an address that is tried on many accounts", async () => {
    await db.pool.query(`UPDATE "SignInThrottle" SET failures = 0`);
    for (let count = 0; count < 60; count++) {
      await attempt({ email: `person${count}@acme.test`, password: "wrong wrong wrong" });
    }
    expect(await attempt({ email: "ada@acme.test", password })).toMatchObject({
      error: { code: "sign_in.throttled" },
    });
  }, 60_000);

  it("does not count against an address the sign-ins that succeed, nor forgive those that do not", async () => {
    await attempt({ email: "ada@acme.test", password: "wrong wrong wrong" });
    for (let count = 0; count < 65; count++)
      expect(await attempt({ email: "ada@acme.test", password })).toMatchObject({ ok: true });
    const counted = await db.prisma.signInThrottle.findMany();
    expect(counted.map(({ failures }) => failures)).toEqual([1]);
  }, 60_000);

  it("tells a deactivated person so, but only with the right password", async () => {
    await db.pool.query(`UPDATE "User" SET active = false, "deactivatedAt" = now()`);
    expect(await attempt({ email: "ada@acme.test", password: "wrong wrong wrong" })).toMatchObject({
      error: { code: "sign_in.wrong" },
    });
    expect(await attempt({ email: "ada@acme.test", password })).toMatchObject({
      error: { code: "sign_in.deactivated" },
    });
  });

  it("is for recovery admins only where SSO is required, and only while they are admins", async () => {
    await db.pool.query(
      `INSERT INTO "SsoConfig" ("tenantId", kind, settings, enabled, enforced) VALUES ($1, 'saml', '{}', true, true)`,
      [tenantId],
    );
    const mine = { email: "ada@acme.test", password };
    expect(await attempt(mine)).toMatchObject({ ok: true });
    await db.pool.query(`UPDATE "User" SET role = 'member'`);
    expect(await attempt(mine)).toMatchObject({ error: { code: "sign_in.sso_required" } });
    await db.pool.query(`UPDATE "User" SET role = 'admin', recovery = false`);
    expect(await attempt(mine)).toMatchObject({ error: { code: "sign_in.sso_required" } });
    await db.pool.query(`UPDATE "SsoConfig" SET enabled = false`);
    expect(await attempt(mine)).toMatchObject({ ok: true });
  });

  it("asks for the organisation when there are several, and knows nobody of another one", async () => {
    const other = await tenant("Beta", "bea@beta.test");
    expect(await attempt({ email: "ada@acme.test", password })).toMatchObject({ ok: false });
    expect(await attempt({ email: "ada@acme.test", password, tenant: "acme" })).toMatchObject({ ok: true });
    expect(await attempt({ email: "ada@acme.test", password, tenant: other.slug })).toMatchObject({
      ok: false,
    });
  });
});

describe("a session", () => {
  it("is over at the next request when its person is deactivated, with the time", async () => {
    const { sessionId } = await signIn();
    const ended = await transaction(db, async (client) => {
      await client.query(`UPDATE "User" SET active = false, "deactivatedAt" = now()`);
      return endSessions(client, tenantId, userId, "deactivated");
    });
    expect(ended).toEqual([
      {
        id: sessionId,
        method: "password",
        createdAt: expect.any(Date),
        lastSeenAt: expect.any(Date),
        endedAt: expect.any(Date),
      },
    ]);
    expect(await findSession(db, tenantId, sessionId)).toMatchObject({
      kind: "ended",
      reason: "deactivated",
    });
  });

  it("stays ended when the person comes back", async () => {
    const { sessionId } = await signIn();
    await transaction(db, (client) => endSessions(client, tenantId, userId, "deactivated"));
    await db.pool.query(`UPDATE "User" SET active = true, "deactivatedAt" = null`);
    expect(await findSession(db, tenantId, sessionId)).toMatchObject({ kind: "ended" });
  });

  it("of one tenant is nothing in another", async () => {
    const { sessionId } = await signIn();
    const other = await tenant("Beta", "bea@beta.test");
    expect(await findSession(db, other.tenantId, sessionId)).toBeNull();
  });

  it("ends after a day without a request", async () => {
    const { sessionId } = await signIn();
    await db.pool.query(`UPDATE "Session" SET "lastSeenAt" = now() - interval '25 hours'`);
    expect(await findSession(db, tenantId, sessionId)).toMatchObject({ kind: "ended", reason: "expired" });
  });

  it("takes on the role that a team grants, and loses it with the membership", async () => {
    const { sessionId } = await signIn();
    await db.pool.query(`UPDATE "User" SET role = null`);
    expect(await findSession(db, tenantId, sessionId)).toMatchObject({ user: { role: "member" } });
    await db.pool.query(
      `INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, "grantsRole")
       VALUES ($1, $2, 'Ops', 'ops', 'ops', 'admin')`,
      [tenantId, sessionId],
    );
    await db.pool.query(
      `INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel) VALUES ($1, $2, $3, 'group')`,
      [tenantId, sessionId, userId],
    );
    expect(await findSession(db, tenantId, sessionId)).toMatchObject({ user: { role: "admin" } });
    await db.pool.query(`UPDATE "User" SET role = 'member'`);
    expect(await findSession(db, tenantId, sessionId)).toMatchObject({ user: { role: "member" } });
  });
});

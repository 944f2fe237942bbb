import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTenant } from "../accounts/create-tenant.ts";
import { findSession } from "../accounts/sessions.ts";
import type { ActContext } from "../acts/act.ts";
import { deliverOne, enqueue } from "../outbox/outbox.ts";
import { acceptInvite, readInvite } from "./accept-invite.ts";
import { createInvite } from "./create-invite.ts";
import { openInvites, revokeInvite } from "./invites.ts";

const password = "seven quiet otters paddle";
let db: TestDatabase;
let context: ActContext;

beforeEach(async () => {
  db = await createTestDatabase();
  const created = await createTenant(db, {
    organization: "Acme",
    name: "Ada",
    email: "ada@acme.test",
    password,
  });
  if (!created.ok) throw new Error(created.error.code);
  context = { tenantId: created.value.tenantId, actor: { id: created.value.userId, name: "Ada" } };
});
afterEach(() => db.drop());

async function invite(email = "grace@acme.test", role: "admin" | "member" = "member") {
  const created = await createInvite(db, context, { email, role });
  if (!created.ok) throw new Error(created.refusal.code);
  return created.value;
}

const accept = (token: string) => acceptInvite(db, { token, name: "Grace Hopper", password }, {});

describe("an invite", () => {
  it("makes the person with the role it names, signed in, and cannot be used again", async () => {
    const { token } = await invite("Grace@acme.test", "admin");
    const accepted = await accept(token);
    if (!accepted.ok || accepted.value.sessionId === null) throw new Error("not accepted");
    expect(await findSession(db, context.tenantId, accepted.value.sessionId)).toMatchObject({
      user: { email: "Grace@acme.test", role: "admin", recovery: false },
    });
    expect(await accept(token)).toEqual({ ok: false, error: { code: "invite.not_valid" } });
  });

  it("used twice at the same time makes one person", async () => {
    const { token } = await invite();
    const results = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.prisma.user.count({ where: { emailKey: "grace@acme.test" } })).toBe(1);
  });

  it("is worthless when revoked, expired, replaced by another one, or made up", async () => {
    const revoked = await invite("one@acme.test");
    await revokeInvite(db, context, revoked.id);
    const replaced = await invite("two@acme.test");
    await invite("TWO@acme.test");
    const expired = await invite("three@acme.test");
    await db.pool.query(`UPDATE "Invite" SET "expiresAt" = now() - interval '1 second' WHERE id = $1`, [
      expired.id,
    ]);
    for (const token of [revoked.token, replaced.token, expired.token, "made up"]) {
      expect(await readInvite(db, token, {})).toEqual({ ok: false, error: { code: "invite.not_valid" } });
      expect(await accept(token)).toMatchObject({ ok: false });
    }
    expect((await openInvites(db, context.tenantId)).map(({ email, expired }) => [email, expired])).toEqual([
      ["three@acme.test", true],
      ["TWO@acme.test", false],
    ]);
  });

  it("asks for no password where SSO is required, and leads to the identity provider", async () => {
    const { token } = await invite();
    await db.pool.query(
      `INSERT INTO "SsoConfig" ("tenantId", kind, settings, enabled, enforced) VALUES ($1, 'saml', '{}', true, true)`,
      [context.tenantId],
    );
    const accepted = await acceptInvite(db, { token, name: "Grace" }, {});
    expect(accepted).toMatchObject({ ok: true, value: { sessionId: null } });
    const person = await db.prisma.user.findFirstOrThrow({ where: { emailKey: "grace@acme.test" } });
    expect(person.passwordHash).toBeNull();
  });

  it("is refused for somebody who is here already, and is no other tenant's to revoke", async () => {
    expect(await createInvite(db, context, { email: "ADA@acme.test", role: "member" })).toMatchObject({
      refusal: { code: "invite.person_exists" },
    });
    const { id } = await invite();
    const stranger = { tenantId: crypto.randomUUID(), actor: { id: null, name: "Eve" } };
    expect(await revokeInvite(db, stranger, id)).toMatchObject({ refusal: { code: "invite.unknown" } });
  });

  it("is refused when the identity provider pushes the same person at the same moment", async () => {
    const { token } = await invite();
    const push = await db.pool.connect();
    await push.query("BEGIN");
    await push.query(
      `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "emailKeys", "scimState")
       VALUES ($1, $2, $3, $3, ARRAY[$3], 'live')`,
      [context.tenantId, uuidv7(), "grace@acme.test"],
    );
    const accepted = accept(token);
    await sleep(500);
    await push.query("COMMIT");
    push.release();
    expect(await accepted).toEqual({ ok: false, error: { code: "invite.person_exists" } });
  });

  it("leaves its token nowhere in the database", async () => {
    const { token } = await invite();
    const rows = await db.pool.query(
      `SELECT i::text AS text FROM "Invite" i UNION ALL SELECT a::text FROM "AuditEntry" a`,
    );
    expect(JSON.stringify(rows.rows)).not.toContain(token);
  });
});

describe("the outbox", () => {
  const put = () =>
    createInvite(db, context, { email: "grace@acme.test", role: "member" }, (client) =>
      enqueue(client, { tenantId: context.tenantId, kind: "mail", payload: { to: "grace@acme.test" } }),
    );

  it("does what was asked for once, on one of two replicas, and forgets what it was", async () => {
    await put();
    const seen: unknown[] = [];
    const work = async (payload: unknown) => {
      seen.push(payload);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const done = await Promise.all([deliverOne(db, "mail", work), deliverOne(db, "mail", work)]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(seen).toEqual([{ to: "grace@acme.test" }]);
    expect(await db.prisma.outboxMessage.findFirstOrThrow()).toMatchObject({ payload: {}, attempts: 1 });
    expect(await deliverOne(db, "mail", work)).toBe(false);
  });

  it("holds no transaction open while the work is done, however long it takes", async () => {
    await put();
    await deliverOne(db, "mail", async () => {
      const { rows } = await db.pool.query(
        `SELECT count(*)::int AS open FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'rollcall' AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
      );
      expect(rows).toEqual([{ open: 0 }]);
    });
    expect(await db.prisma.outboxMessage.findFirstOrThrow()).toMatchObject({ lastError: null });
  });

  it("is due again some minutes later where whoever took it is gone", async () => {
    await put();
    let abandon = () => {};
    const taken = deliverOne(
      db,
      "mail",
      () =>
        new Promise((resolve) => {
          abandon = resolve;
        }),
    );
    await expect.poll(() => db.prisma.outboxMessage.count({ where: { attempts: 1 } })).toBe(1);
    expect(await deliverOne(db, "mail", async () => {})).toBe(false);
    await db.pool.query(`UPDATE "OutboxMessage" SET "nextAt" = "nextAt" - interval '10 minutes'`);
    expect(await deliverOne(db, "mail", async () => {})).toBe(true);
    abandon();
    await taken;
  });

  it("tries again later what failed, and keeps why", async () => {
    await put();
    await deliverOne(db, "mail", () => Promise.reject(new Error("connection refused")));
    expect(await deliverOne(db, "mail", async () => {})).toBe(false);
    const message = await db.prisma.outboxMessage.findFirstOrThrow();
    expect(message).toMatchObject({ attempts: 1, deliveredAt: null, lastError: "connection refused" });
    await db.pool.query(`UPDATE "OutboxMessage" SET "nextAt" = now()`);
    expect(await deliverOne(db, "mail", async () => {})).toBe(true);
  });
});

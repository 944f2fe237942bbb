import { transaction } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { changePassword, type PasswordChange } from "./change-password.ts";
import { createTenant } from "./create-tenant.ts";
import { signInWithPassword } from "./password-sign-in.ts";
import { findSession, startSession } from "./sessions.ts";

const current = "seven quiet otters paddle";
const next = "eleven noisy badgers dig";
let db: TestDatabase;
let change: PasswordChange;
let other: string;

beforeEach(async () => {
  db = await createTestDatabase();
  const created = await createTenant(db, {
    organization: "Acme",
    name: "Ada",
    email: "ada@acme.test",
    password: current,
  });
  if (!created.ok) throw new Error(created.error.code);
  const { tenantId, userId } = created.value;
  const open = () =>
    transaction(db, (client) => startSession(client, { tenantId, userId, method: "password" }));
  const sessionId = await open();
  other = await open();
  change = { tenantId, actor: { id: userId, name: "Ada", email: "ada@acme.test", sessionId }, current, next };
});
afterEach(() => db.drop());

const signIn = (password: string) => signInWithPassword(db, { email: "ada@acme.test", password }, {});

it("a new password replaces the old one and ends every other session, not this one", async () => {
  expect(await changePassword(db, change)).toEqual({ ok: true, endedSessions: 1 });
  expect(await signIn(current)).toMatchObject({ ok: false });
  expect(await signIn(next)).toMatchObject({ ok: true });
  expect(await findSession(db, change.tenantId, other)).toMatchObject({
    kind: "ended",
    reason: "password_changed",
  });
  expect(await findSession(db, change.tenantId, change.actor.sessionId)).toMatchObject({ kind: "live" });
});

it("a wrong current password changes nothing, and guessing it is stopped", async () => {
  const codes: string[] = [];
  for (let guess = 0; guess < 11; guess++) {
    const result = await changePassword(db, { ...change, current: `guess number ${guess}` });
    codes.push(result.ok ? "changed" : result.code);
  }
  expect(codes.slice(0, 10)).toEqual(Array(10).fill("password.wrong"));
  expect(codes[10]).toBe("password.throttled");
  expect(await signIn(current)).toMatchObject({ ok: true });
});

it("a common, personal or unchanged password is refused", async () => {
  expect(await changePassword(db, { ...change, next: "password12345" })).toMatchObject({ fault: "common" });
  expect(await changePassword(db, { ...change, next: "ada@acme.test" })).toMatchObject({ fault: "common" });
  expect(await changePassword(db, { ...change, next: current })).toMatchObject({ code: "password.same" });
});

it("the hash in the database is Argon2id, and never in the audit log", async () => {
  await changePassword(db, change);
  const [user] = await db.prisma.user.findMany();
  expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(JSON.stringify(await db.prisma.auditEntry.findMany())).not.toMatch(/argon2|badgers|otters/);
});

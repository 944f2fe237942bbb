import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSession } from "./sessions.ts";
import { completeSetup, isSetupOpen, issueSetupCode } from "./setup.ts";

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
});
afterEach(() => db.drop());

const ada = {
  organization: "Acme & Söhne_GmbH",
  name: "Ada Lovelace",
  email: "Ada@Acme.test",
  password: "seven quiet otters paddle",
};
const caller = { ip: "192.0.2.1" };

async function code(): Promise<string> {
  const issued = await issueSetupCode(db);
  if (issued === null) throw new Error("set-up is closed");
  return issued;
}

describe("set-up", () => {
  it("is open again when the only tenant was deleted, of whom nobody is left", async () => {
    await completeSetup(db, { ...ada, code: await code() }, caller);
    expect(await isSetupOpen(db)).toBe(false);
    await db.pool.query(`DELETE FROM "Tenant"`);
    expect(await db.prisma.user.count()).toBe(0);
    expect(await isSetupOpen(db)).toBe(true);
  });

  it("makes the tenant, its settings and a signed-in recovery admin", async () => {
    const result = await completeSetup(db, { ...ada, code: await code() }, caller);
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.slug).toBe("acme-sohne-gmbh");
    const { tenantId, sessionId } = result.value;
    const connection = await db.prisma.connection.findUniqueOrThrow({ where: { tenantId } });
    expect(connection.cursorKey).toHaveLength(32);
    expect(connection.enabled).toBe(false);
    const session = await findSession(db, tenantId, sessionId);
    expect(session).toMatchObject({
      kind: "live",
      user: { email: "Ada@Acme.test", role: "admin", recovery: true },
    });
    const entries = await db.prisma.auditEntry.findMany({ where: { tenantId } });
    expect(entries.map((entry) => entry.action)).toEqual(["tenant.created"]);
  });

  it("lets nobody in without the code", async () => {
    await code();
    const result = await completeSetup(db, { ...ada, code: "00000-00000-00000-00000-00000" }, caller);
    expect(result).toEqual({ ok: false, error: { code: "setup.code_wrong" } });
    expect(await db.prisma.tenant.count()).toBe(0);
  });

  it("accepts the code in lower case and without hyphens", async () => {
    const typed = (await code()).toLowerCase().replaceAll("-", " ");
    expect(await completeSetup(db, { ...ada, code: typed }, caller)).toMatchObject({ ok: true });
  });

  it("lets one of two people who race with a good code win, and tells the other", async () => {
    const [one, two] = [await code(), await code()];
    const results = await Promise.all([
      completeSetup(db, { ...ada, code: one }, caller),
      completeSetup(db, { ...ada, email: "grace@acme.test", code: two }, caller),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: { code: "setup.closed" } });
    expect(await db.prisma.user.count()).toBe(1);
    expect(await db.prisma.tenant.count()).toBe(1);
  });

  it("is closed for good once an admin exists: no code is issued, old ones are gone", async () => {
    const spare = await code();
    await completeSetup(db, { ...ada, code: await code() }, caller);
    expect(await isSetupOpen(db)).toBe(false);
    expect(await issueSetupCode(db)).toBeNull();
    expect(await db.prisma.setupCode.count()).toBe(0);
    expect(await completeSetup(db, { ...ada, code: spare }, caller)).toMatchObject({
      error: { code: "setup.closed" },
    });
  });

  it("refuses a password that is short, common or made of the person's own words", async () => {
    const good = await code();
    const faults: string[] = [];
    for (const password of ["short", "password1234", "qwertyuiop12", "adalovelace1", "Ada@Acme.test1"]) {
      const result = await completeSetup(db, { ...ada, password, code: good }, caller);
      faults.push(result.ok ? "accepted" : "fault" in result.error ? result.error.fault : result.error.code);
    }
    expect(faults).toEqual(["too_short", "common", "common", "common", "common"]);
  });

  it("stops guessing after 20 wrong codes from one address, and says until when", async () => {
    const good = await code();
    for (let guess = 0; guess < 20; guess++) await completeSetup(db, { ...ada, code: `G${guess}` }, caller);
    const blocked = await completeSetup(db, { ...ada, code: good }, caller);
    expect(blocked).toMatchObject({ ok: false, error: { code: "setup.throttled" } });
    expect(await completeSetup(db, { ...ada, code: good }, { ip: "192.0.2.2" })).toMatchObject({ ok: true });
  });
});

import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../test/world.ts";
import { setMode } from "../connection/set-mode.ts";
import { readSsoConfig, saveSsoConfig } from "./sso-config.ts";
import type { SsoSettings } from "./sso-settings.ts";
import { switchSso } from "./switch-sso.ts";

const SAML: SsoSettings = {
  kind: "saml",
  origin: "https://console.test",
  entityId: "https://idp.test",
  ssoUrl: "https://idp.test/sso",
  certificates: ["old"],
};
const ELSEWHERE: SsoSettings = { ...SAML, entityId: "https://other.test" };

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
  expect(await save(SAML)).toBeNull();
});
afterAll(() => db.drop());

const saveSeeing = (seen: string | null, settings: SsoSettings) =>
  saveSsoConfig(db, world.context, { settings, metadataUrl: null, seen });
const version = async () => (await stored())?.version ?? null;
const save = async (settings: SsoSettings) => saveSeeing(await version(), settings);
const change = (wanted: Parameters<typeof switchSso>[2]) => switchSso(db, world.context, wanted);
const stored = () => readSsoConfig(db, world.tenantId);
/** An admin has come back from the provider. */
const prove = () =>
  db.prisma.ssoConfig.update({ where: { tenantId: world.tenantId }, data: { verifiedAt: new Date() } });
const makeRecovery = () => db.pool.query(`UPDATE "User" SET recovery = true WHERE id = $1`, [world.adminId]);

describe("requiring SSO", () => {
  it("takes that it is on, that an admin has come back from it, and a recovery admin with a password", async () => {
    expect(await change({ enforced: true })).toBe("sso.not_enabled");
    await change({ enabled: true });
    expect(await change({ enforced: true })).toBe("sso.not_verified");
    await prove();
    expect(await change({ enforced: true })).toBe("sso.no_recovery");
    await makeRecovery();
    expect(await change({ enforced: true })).toBeNull();
    expect(await stored()).toMatchObject({ enabled: true, enforced: true });
    await change({ enabled: false });
    expect(await stored()).toMatchObject({ enabled: false, enforced: false });
  });

  it("ends with a change of provider, and has to be proven anew; both are in the audit log", async () => {
    await makeRecovery();
    await prove();
    await change({ enabled: true, enforced: true });
    expect(await save(ELSEWHERE)).toBeNull();
    expect(await stored()).toMatchObject({ enabled: true, enforced: false, verifiedAt: null });
    const entry = await db.prisma.auditEntry.findFirstOrThrow({
      where: { tenantId: world.tenantId, action: "sso.saved" },
      orderBy: { id: "desc" },
    });
    expect(entry).toMatchObject({
      before: { entityId: SAML.entityId, enforced: true },
      after: { entityId: ELSEWHERE.entityId, enforced: false },
    });
  });

  it("goes on through a rollover: the new certificate beside the old one, then alone", async () => {
    await makeRecovery();
    await prove();
    await change({ enabled: true, enforced: true });
    for (const certificates of [["old", "new"], ["new"]]) {
      await save({ ...SAML, certificates });
      expect(await stored()).toMatchObject({ enforced: true, settings: { certificates } });
    }
    await save({ ...SAML, certificates: ["somebody else's"] });
    expect(await stored()).toMatchObject({ enforced: false, verifiedAt: null });
  });
});

describe("two admins who edit the connection at once", () => {
  it("the slower one is refused, and what the faster one saved stands", async () => {
    const seen = await version();
    expect(await saveSeeing(seen, ELSEWHERE)).toBeNull();
    expect(await saveSeeing(seen, { ...SAML, ssoUrl: "https://idp.test/other" })).toBe("sso.changed");
    expect(await stored()).toMatchObject({ settings: ELSEWHERE });
  });

  it("one alone is saved when both save in the same moment, also the first connection of all", async () => {
    await db.prisma.ssoConfig.delete({ where: { tenantId: world.tenantId } });
    for (const round of ["first", "second"]) {
      const seen = await version();
      const results = await Promise.all([
        saveSeeing(seen, { ...SAML, entityId: `https://one.test/${round}` }),
        saveSeeing(seen, { ...SAML, entityId: `https://two.test/${round}` }),
      ]);
      expect(results.filter((refusal) => refusal === null)).toHaveLength(1);
      expect(results).toContain("sso.changed");
    }
  });

  it("a switch that was turned meanwhile is no conflict", async () => {
    const seen = await version();
    await change({ enabled: true });
    expect(await saveSeeing(seen, { ...SAML, certificates: ["old", "new"] })).toBeNull();
  });
});

it("an untried connection is not the only way in for admins", async () => {
  await prove();
  await change({ enabled: true });
  await world.person({ role: "admin" });
  await db.pool.query(`UPDATE "User" SET "passwordHash" = NULL WHERE id = $1`, [world.adminId]);
  expect(await save(ELSEWHERE)).toBe("sso.last_admin");
  expect(await change({ enabled: false })).toBe("sso.last_admin");
  expect(await stored()).toMatchObject({ enabled: true, settings: { entityId: SAML.entityId } });
});

it("stays on while people get their accounts by signing in through it, also when both change at once", async () => {
  const { tenantId, context } = world;
  await change({ enabled: true });
  expect(await setMode(db, context, "jit")).toMatchObject({ ok: true });
  expect(await change({ enabled: false })).toBe("sso.mode_needs_it");
  for (let round = 0; round < 5; round++) {
    await setMode(db, context, "invite");
    await change({ enabled: true });
    await Promise.all([setMode(db, context, "jit"), change({ enabled: false })]);
    const { mode } = await db.prisma.connection.findUniqueOrThrow({ where: { tenantId } });
    expect(`${mode} ${(await stored())?.enabled ? "on" : "off"}`).toMatch(/jit on|invite off/);
  }
});

it("the audit log never holds a client secret", async () => {
  const oidc: SsoSettings = {
    kind: "oidc",
    origin: SAML.origin,
    issuer: "https://op.test",
    clientId: "rollcall",
    clientSecret: "sealed-secret",
  };
  await save(oidc);
  const entries = await db.prisma.auditEntry.findMany({ where: { tenantId: world.tenantId } });
  expect(JSON.stringify(entries)).toContain('"clientSecret":"set"');
  expect(JSON.stringify(entries)).not.toContain("sealed-secret");
});

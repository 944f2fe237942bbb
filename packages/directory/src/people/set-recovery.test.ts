import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeWorld, type World } from "../../test/world.ts";
import { deactivatePerson } from "./deactivate-person.ts";
import { getPerson } from "./get-person.ts";
import { setRecovery } from "./set-recovery.ts";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
});
afterAll(() => db.drop());

const refused = (code: string) => ({ ok: false, refusal: { code } });

test("an active admin with a password becomes a recovery admin, and nobody else does", async () => {
  expect(await setRecovery(db, world.context, world.adminId, true)).toMatchObject({
    value: { changed: true },
  });
  expect(await getPerson(db, world.tenantId, world.adminId)).toMatchObject({ recovery: true });
  for (const facts of [
    { role: "member", passwordHash: "x" },
    { role: "admin" },
    { role: "admin", passwordHash: "x", active: false },
  ] as const) {
    const id = await world.person(facts);
    expect(await setRecovery(db, world.context, id, true)).toMatchObject(refused("user.not_recoverable"));
  }
  const entries = await db.prisma.auditEntry.findMany({ where: { tenantId: world.tenantId } });
  expect(entries).toMatchObject([
    { action: "user.recovery_changed", before: { recovery: false }, after: { recovery: true } },
  ]);
});

test("while SSO is required the last recovery admin stays one, until another is named", async () => {
  await setRecovery(db, world.context, world.adminId, true);
  const successor = await world.person({ role: "admin", passwordHash: "x", source: "local" });
  await db.pool.query(
    `INSERT INTO "SsoConfig" ("tenantId", kind, settings, enabled, enforced, "verifiedAt")
     VALUES ($1, 'saml', '{}', true, true, now())`,
    [world.tenantId],
  );
  const other = { ...world.context, actor: { id: successor, name: "Bea" } };
  expect(await setRecovery(db, other, world.adminId, false)).toMatchObject(refused("user.last_admin"));
  expect(await deactivatePerson(db, other, world.adminId)).toMatchObject(refused("user.last_admin"));
  await setRecovery(db, other, successor, true);
  expect(await deactivatePerson(db, other, world.adminId)).toMatchObject({ ok: true });
});

test("nobody of another tenant is made a recovery admin", async () => {
  const stranger = await makeWorld(db);
  expect(await setRecovery(db, world.context, stranger.adminId, true)).toMatchObject(
    refused("user.not_found"),
  );
});

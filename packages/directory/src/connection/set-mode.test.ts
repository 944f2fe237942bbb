import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createTenant } from "../accounts/create-tenant.ts";
import type { ActContext } from "../acts/act.ts";
import { setScimEnabled } from "./set-enabled.ts";
import { readMode, setMode } from "./set-mode.ts";

let db: TestDatabase;
let context: ActContext;

beforeEach(async () => {
  db = await createTestDatabase();
  const created = await createTenant(db, {
    organization: "Acme",
    name: "Ada",
    email: "ada@acme.test",
    password: "seven quiet otters paddle",
  });
  if (!created.ok) throw new Error(created.error.code);
  context = { tenantId: created.value.tenantId, actor: { id: created.value.userId, name: "Ada" } };
});
afterEach(() => db.drop());

it("leaving SCIM pauses the endpoint and takes nobody's account; turning it on makes SCIM the mode again", async () => {
  await setScimEnabled(db, context, true);
  expect(await setMode(db, context, "invite")).toMatchObject({ ok: true, value: { changed: true } });
  expect(await readMode(db, context.tenantId)).toMatchObject({
    mode: "invite",
    scimEnabled: false,
    people: { scim: 0, sso: 0, local: 1 },
  });
  await setScimEnabled(db, context, true);
  expect(await readMode(db, context.tenantId)).toMatchObject({ mode: "scim", scimEnabled: true });
});

it("just-in-time needs sign-in through the identity provider to be on", async () => {
  expect(await setMode(db, context, "jit")).toMatchObject({ refusal: { code: "mode.needs_sso" } });
  await db.pool.query(
    `INSERT INTO "SsoConfig" ("tenantId", kind, settings, enabled) VALUES ($1, 'saml', '{}', true)`,
    [context.tenantId],
  );
  expect(await setMode(db, context, "jit")).toMatchObject({ ok: true });
  const [entry] = await db.prisma.auditEntry.findMany({ where: { action: "provisioning.mode_changed" } });
  expect(entry).toMatchObject({ before: { mode: "scim" }, after: { mode: "jit" } });
});

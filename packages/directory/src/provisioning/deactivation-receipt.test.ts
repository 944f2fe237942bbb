import { transaction } from "@rollcall/db";
import type { JsonObject, UserChange, UserResource } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSession, startForActive, startSession } from "../accounts/sessions.ts";
import { expectOk, type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;

beforeAll(async () => {
  stage = await scimStage();
});

afterAll(() => stage.close());

const set = (values: JsonObject): UserChange => ({
  apply: (current: UserResource) => ({ ok: true, value: { ...current, ...values } }),
});

async function signedIn(userName: string) {
  const { id: userId } = await stage.createUser(userName);
  const { tenantId } = stage;
  const sessionId = await transaction(stage.db, (client) =>
    startSession(client, { tenantId, userId, method: "saml" }),
  );
  return { userId, sessionId };
}

const receipt = {
  attribute: "sessions",
  before: [
    {
      method: "saml",
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      endedAt: expect.any(String),
    },
  ],
  after: [],
};

async function lastChanges() {
  return (await stage.events()).at(-1)?.changes;
}

describe("the event of a deactivation lists the sessions that ended with it, with times", () => {
  it("when active becomes false", async () => {
    const { userId, sessionId } = await signedIn("patched@acme.test");
    const call = stage.call("PATCH", `/Users/${userId}`);
    expectOk(await stage.directory.modifyUser(call, userId, set({ active: false }), {}));
    expect(await lastChanges()).toEqual([{ attribute: "active", before: true, after: false }, receipt]);
    expect(await findSession(stage.db, stage.tenantId, sessionId)).toMatchObject({
      kind: "ended",
      reason: "deactivated",
    });
  });

  it("when active becomes false together with a change of groups", async () => {
    const { userId } = await signedIn("moved@acme.test");
    const call = stage.call("PUT", `/Users/${userId}`);
    const change = { ...set({ active: false }), groups: [{ value: "ops" }] };
    expectOk(await stage.directory.modifyUser(call, userId, change, {}));
    expect(await lastChanges()).toContainEqual(receipt);
  });

  it("when the person is deleted", async () => {
    const { userId, sessionId } = await signedIn("deleted@acme.test");
    expectOk(await stage.directory.deleteUser(stage.call("DELETE", `/Users/${userId}`), userId, {}));
    expect(await lastChanges()).toContainEqual(receipt);
    expect(await findSession(stage.db, stage.tenantId, sessionId)).toMatchObject({ kind: "ended" });
  });
});

it("a session that nobody used for a day was over before: it is on no receipt, and does not come back", async () => {
  const idle = `UPDATE "Session" SET "lastSeenAt" = now() - interval '25 hours' WHERE "userId" = $1`;
  const patched = await signedIn("idle-patched@acme.test");
  await stage.db.pool.query(idle, [patched.userId]);
  const call = stage.call("PATCH", `/Users/${patched.userId}`);
  expectOk(await stage.directory.modifyUser(call, patched.userId, set({ active: false }), {}));
  expect(await lastChanges()).toEqual([{ attribute: "active", before: true, after: false }]);
  const deleted = await signedIn("idle-deleted@acme.test");
  await stage.db.pool.query(idle, [deleted.userId]);
  expectOk(
    await stage.directory.deleteUser(stage.call("DELETE", `/Users/${deleted.userId}`), deleted.userId, {}),
  );
  expect(await lastChanges()).toEqual([{ attribute: "active", before: true, after: false }]);
  const { rows } = await stage.db.pool.query(
    `SELECT DISTINCT "revokedReason" FROM "Session" WHERE id = ANY($1::uuid[])`,
    [[patched.sessionId, deleted.sessionId]],
  );
  expect(rows).toEqual([{ revokedReason: "deactivated" }]);
});

it("an event of somebody who was not signed in, or who stays active, has no receipt", async () => {
  const { id } = await stage.createUser("absent@acme.test");
  const call = stage.call("PATCH", `/Users/${id}`);
  expectOk(await stage.directory.modifyUser(call, id, set({ active: false }), {}));
  expect(await lastChanges()).toEqual([{ attribute: "active", before: true, after: false }]);
  const { userId, sessionId } = await signedIn("renamed@acme.test");
  expectOk(await stage.directory.modifyUser(call, userId, set({ title: "x" }), {}));
  expect(await lastChanges()).toEqual([{ attribute: "title", before: null, after: "x" }]);
  expect(await findSession(stage.db, stage.tenantId, sessionId)).toMatchObject({ kind: "live" });
});

it("a sign-in that was under way at the deactivation leaves no session, also when the person comes back", async () => {
  const { tenantId, db, directory } = stage;
  const { id } = await stage.createUser("late@acme.test");
  const call = stage.call("PATCH", `/Users/${id}`);
  const start = { tenantId, userId: id, method: "saml" } as const;
  const [sessionId, deactivation] = await transaction(db, async (client) => {
    const opened = await startForActive(client, start);
    const waiting = directory.modifyUser(call, id, set({ active: false }), {});
    await expect
      .poll(async () => (await db.pool.query(`SELECT 1 FROM pg_locks WHERE NOT granted`)).rowCount)
      .toBeGreaterThan(0);
    return [opened ?? "", { waiting }] as const;
  });
  expectOk(await deactivation.waiting);
  expect(await findSession(db, tenantId, sessionId)).toMatchObject({ kind: "ended", reason: "deactivated" });
  expect(await transaction(db, (client) => startForActive(client, start))).toBeNull();
  expectOk(await directory.modifyUser(call, id, set({ active: true }), {}));
  expect(await findSession(db, tenantId, sessionId)).toMatchObject({ kind: "ended", reason: "deactivated" });
});

import { openDatabase } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTenant } from "../accounts/create-tenant.ts";
import { findSession } from "../accounts/sessions.ts";
import { type Arrival, receiveIdentity, recordRefusal } from "./complete-sign-in.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import type { SsoIdentity } from "./identity.ts";
import { newSsoRequestId, saveSsoRequest } from "./sso-request.ts";

let db: TestDatabase;
let arrival: Arrival;
let tenantId: string;
const browser = "cookie of this browser";

beforeEach(async () => {
  db = await createTestDatabase();
  const created = await createTenant(db, {
    organization: "Acme",
    name: "Ada",
    email: "ada@acme.test",
    password: "seven quiet otters paddle",
  });
  if (!created.ok) throw new Error(created.error.code);
  ({ tenantId } = created.value);
  arrival = { tenantId, method: "saml", idpInitiated: false };
});
afterEach(() => db.drop());

/** Connections to this database that wait for another. */
const WAITING = `
  SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

async function ask(given: { test?: boolean } = {}): Promise<string> {
  const id = newSsoRequestId();
  await saveSsoRequest(db, id, { tenantId, browser, test: false, returnTo: "/access/teams", ...given });
  return id;
}

function identity(inResponseTo: string | null, given: Partial<SsoIdentity> = {}): SsoIdentity {
  const once = { id: `_${crypto.randomUUID()}`, until: new Date(Date.now() + 300_000) };
  return { nameId: "ada@acme.test", alternates: [], attributes: {}, once, inResponseTo, ...given };
}

async function reasonOf(signInId: string): Promise<string | null> {
  const record = await db.prisma.signIn.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: signInId } },
  });
  return record.reason;
}

async function arrive(given: SsoIdentity, to: Arrival = arrival) {
  const received = await receiveIdentity(db, to, given);
  return { ...received, reason: await reasonOf(received.outcome.signInId) };
}

describe("an identity that was verified", () => {
  it("signs in the person it names, in the browser that asked, once, and leads back", async () => {
    const id = await ask();
    expect((await arrive(identity(id))).outcome.ok).toBe(true);
    const finished = await finishSignIn(db, arrival, id, browser, {});
    if (finished.kind !== "signed_in") throw new Error(finished.kind);
    expect(finished.returnTo).toBe("/access/teams");
    expect(await findSession(db, tenantId, finished.sessionId)).toMatchObject({
      kind: "live",
      method: "saml",
    });
    expect(await finishSignIn(db, arrival, id, browser, {})).toEqual({ kind: "unknown" });
  });

  it("is recorded with the person's name as lists show it, also where it came in parts", async () => {
    await db.pool.query(`UPDATE "User" SET "displayName" = NULL, "givenName" = 'Ada', "familyName" = 'King'`);
    await arrive(identity(await ask()));
    expect(await db.prisma.signIn.findFirst()).toMatchObject({
      personName: "Ada King",
      matchedBy: "userName",
    });
  });

  it("signs nobody in who did not ask: not another browser, not without a cookie", async () => {
    const id = await ask();
    await arrive(identity(id));
    expect(await finishSignIn(db, arrival, id, "another browser", {})).toEqual({ kind: "unknown" });
    expect(await finishSignIn(db, arrival, id, undefined, {})).toEqual({ kind: "unknown" });
  });

  it("is refused when it is replayed, also on another replica and for another request", async () => {
    const [first, second] = [await ask(), await ask()];
    const once = { id: "_assertion", until: new Date(Date.now() + 300_000) };
    expect((await arrive(identity(first, { once }))).outcome.ok).toBe(true);
    const replica = openDatabase(db.url);
    const replayed = await receiveIdentity(replica, arrival, identity(second, { once }));
    await replica.close();
    expect(await reasonOf(replayed.outcome.signInId)).toBe("replayed");
  });

  it("posted twice at the same time counts once", async () => {
    const id = await ask();
    const same = identity(id);
    const results = await Promise.all([
      receiveIdentity(db, arrival, same),
      receiveIdentity(db, arrival, same),
    ]);
    expect(results.filter((result) => result.outcome.ok)).toHaveLength(1);
  });

  it("that answers no request of ours, or an old one, is refused", async () => {
    expect((await arrive(identity("_never"))).reason).toBe("request_unknown");
    const id = await ask();
    await db.pool.query(`UPDATE "SsoRequest" SET "expiresAt" = now() - interval '1 second'`);
    expect((await arrive(identity(id))).reason).toBe("request_unknown");
  });

  it("that comes after an admin turned sign-in off is refused, though it was asked for before", async () => {
    const off = { ...arrival, enabled: false };
    expect((await arrive(identity(await ask()), off)).reason).toBe("not_configured");
    expect((await arrive(identity(await ask({ test: true })), off)).outcome.ok).toBe(true);
  });

  it("that nobody asked for is refused, unless an admin allows it", async () => {
    expect((await arrive(identity(null))).reason).toBe("unsolicited");
    expect((await arrive(identity(null), { ...arrival, idpInitiated: true })).outcome.ok).toBe(true);
  });

  it("of one tenant answers no request of another", async () => {
    const other = await createTenant(db, {
      organization: "Beta",
      name: "Bea",
      email: "ada@acme.test",
      password: "seven quiet otters paddle",
    });
    if (!other.ok) throw new Error(other.error.code);
    const id = await ask();
    const received = await receiveIdentity(db, { ...arrival, tenantId: other.value.tenantId }, identity(id));
    expect(received.outcome.ok).toBe(false);
  });

  it("lets the connection be enforced once an admin has come back, not a member", async () => {
    await db.pool.query(`INSERT INTO "SsoConfig" ("tenantId", kind, settings) VALUES ($1, 'saml', '{}')`, [
      tenantId,
    ]);
    await addPerson({ userName: "mo@acme.test", email: "mo@acme.test" });
    await arrive(identity(await ask(), { nameId: "mo@acme.test" }));
    expect((await db.prisma.ssoConfig.findFirstOrThrow()).verifiedAt).toBeNull();
    await arrive(identity(await ask({ test: true })));
    expect((await db.prisma.ssoConfig.findFirstOrThrow()).verifiedAt).not.toBeNull();
  });

  it("proves the connection it was verified with, not one that was saved in the meantime", async () => {
    const settings = {
      kind: "saml",
      origin: "https://console.test",
      entityId: "https://idp.test",
      ssoUrl: "https://idp.test/sso",
      certificates: ["one"],
    } as const;
    await db.pool.query(`INSERT INTO "SsoConfig" ("tenantId", kind, settings) VALUES ($1, 'saml', $2)`, [
      tenantId,
      JSON.stringify(settings),
    ]);
    const verifiedAt = async () => (await db.prisma.ssoConfig.findFirstOrThrow()).verifiedAt;
    const before = { ...settings, entityId: "https://other.test", certificates: [...settings.certificates] };
    await arrive(identity(await ask()), { ...arrival, settings: before });
    expect(await verifiedAt()).toBeNull();
    await arrive(identity(await ask()), { ...arrival, settings: { ...settings, certificates: ["one"] } });
    expect(await verifiedAt()).not.toBeNull();
  });
});

async function addPerson(person: {
  userName: string;
  email?: string;
  externalId?: string;
  active?: boolean;
  state?: string;
}): Promise<string> {
  const id = crypto.randomUUID();
  await db.pool.query(
    `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", email, "emailKey", "emailKeys", "externalId", active,
                         "scimState", "deactivatedAt")
     VALUES ($1, $2, $3, lower($3), $4, lower($4), ARRAY[lower($4)], $5, $6, $7::"ScimState", CASE WHEN $6 THEN NULL ELSE now() END)`,
    [
      tenantId,
      id,
      person.userName,
      person.email ?? null,
      person.externalId ?? null,
      person.active ?? true,
      person.state ?? "live",
    ],
  );
  return id;
}

describe("the person whom a NameID means", () => {
  const signIn = async (nameId: string) => {
    const { outcome, reason } = await arrive(identity(await ask(), { nameId }));
    const record = await db.prisma.signIn.findFirstOrThrow({ where: { tenantId, id: outcome.signInId } });
    return { userId: record.userId, matchedBy: record.matchedBy, reason };
  };

  it("is found by userName, e-mail or externalId, and the match is kept", async () => {
    const id = await addPerson({ userName: "Grace.Hopper", email: "grace@acme.test", externalId: "00u1" });
    expect(await signIn("grace.hopper")).toEqual({ userId: id, matchedBy: "userName", reason: null });
    expect(await signIn("Grace@Acme.test")).toEqual({ userId: id, matchedBy: "email", reason: null });
    expect(await signIn("00u1")).toEqual({ userId: id, matchedBy: "externalId", reason: null });
  });

  it("who is unknown is told apart from one who is deactivated", async () => {
    await addPerson({ userName: "gone@acme.test", active: false });
    expect((await signIn("nobody@acme.test")).reason).toBe("not_provisioned");
    expect((await signIn("gone@acme.test")).reason).toBe("deactivated");
  });

  it("who is known by the address beside the NameID, not by it: the record names both", async () => {
    const { outcome } = await arrive(
      identity(await ask(), { nameId: "opaque-7", attributes: { "User.email": ["Ada@acme.test"] } }),
    );
    const record = await db.prisma.signIn.findFirstOrThrow({ where: { tenantId, id: outcome.signInId } });
    expect(record).toMatchObject({ reason: "not_provisioned", userId: null });
    expect(record.detail).toMatch(/^Nobody here has opaque-7 .* attribute User\.email is Ada's/);
  });

  it("who is deactivated: the record names both facts, that the provider said yes and who said no here", async () => {
    await addPerson({ userName: "gone@acme.test", active: false });
    await db.pool.query(`UPDATE "User" SET "deactivatedBy" = 'scim:active' WHERE NOT active`);
    const { outcome } = await arrive(identity(await ask(), { nameId: "gone@acme.test" }));
    const record = await db.prisma.signIn.findFirstOrThrow({ where: { tenantId, id: outcome.signInId } });
    expect(record.detail).toMatch(/signed gone@acme\.test in, but .* deactivated on .* UTC by .* over SCIM/);
  });

  it("who was deleted and provisioned anew is the new one", async () => {
    await addPerson({ userName: "eve@acme.test", active: false, state: "deleted" });
    const id = await addPerson({ userName: "eve@acme.test" });
    expect(await signIn("eve@acme.test")).toMatchObject({ userId: id, reason: null });
  });

  it("is not guessed when two bear the address", async () => {
    await addPerson({ userName: "one", email: "shared@acme.test" });
    await addPerson({ userName: "two", email: "shared@acme.test" });
    expect((await signIn("shared@acme.test")).reason).toBe("ambiguous");
  });
});

describe("just-in-time", () => {
  beforeEach(async () => {
    await db.pool.query(`UPDATE "Connection" SET mode = 'jit'`);
  });

  it("creates a member on the first sign-in, with the names given, once when two come at the same time", async () => {
    const attributes = { firstName: ["Grace"], lastName: ["Hopper"] };
    const ids = [await ask(), await ask()];
    await Promise.all(ids.map((id) => arrive(identity(id, { nameId: "Grace@acme.test", attributes }))));
    const people = await db.prisma.user.findMany({ where: { tenantId, userNameKey: "grace@acme.test" } });
    expect(people).toMatchObject([
      { displayName: "Grace Hopper", source: "sso", role: null, scimState: "none" },
    ]);
  });

  it("finds whom SCIM makes at the same moment", async () => {
    await db.prisma.connection.update({ where: { tenantId }, data: { mode: "jit" } });
    const scim = await db.pool.connect();
    await scim.query("BEGIN");
    await scim.query(
      `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "scimState")
       VALUES ($1, gen_random_uuid(), 'grace@acme.test', 'grace@acme.test', 'live')`,
      [tenantId],
    );
    const arriving = arrive(identity(await ask(), { nameId: "grace@acme.test" }));
    await expect.poll(async () => (await db.pool.query(WAITING)).rowCount).toBe(1);
    await scim.query("COMMIT");
    scim.release();
    expect((await arriving).outcome.ok).toBe(true);
    expect(await db.prisma.user.count({ where: { userNameKey: "grace@acme.test" } })).toBe(1);
  });

  it("brings nobody back who was deactivated", async () => {
    await addPerson({ userName: "gone@acme.test", active: false, state: "deleted" });
    const { reason } = await arrive(identity(await ask(), { nameId: "gone@acme.test" }));
    expect(reason).toBe("deactivated");
    expect(await db.prisma.user.count({ where: { userNameKey: "gone@acme.test" } })).toBe(1);
  });

  it("refuses who has no e-mail address, and creates nobody in a test", async () => {
    expect((await arrive(identity(await ask(), { nameId: "opaque-7" }))).reason).toBe("email_missing");
    expect((await arrive(identity(await ask({ test: true }), { nameId: "new@acme.test" }))).reason).toBe(
      "not_provisioned",
    );
    expect(await db.prisma.user.count()).toBe(1);
  });
});

it("an answer that cannot be believed is recorded and does not use up the request it claims to answer", async () => {
  const id = await ask();
  const refused = await recordRefusal(
    db,
    arrival,
    { reason: "signature", detail: "No certificate fits." },
    id,
  );
  expect(await reasonOf(refused.outcome.signInId)).toBe("signature");
  expect((await arrive(identity(id))).outcome.ok).toBe(true);
});

it("a person deactivated between the answer and the next step gets no session", async () => {
  const id = await ask();
  await arrive(identity(id));
  await db.pool.query(`UPDATE "User" SET active = false`);
  expect(await finishSignIn(db, arrival, id, browser, {})).toMatchObject({ kind: "refused" });
});

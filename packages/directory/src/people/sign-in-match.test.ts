import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../test/world.ts";
import { recordSignIn, type SignInRecord } from "../accounts/sign-ins.ts";
import { signInMatch } from "./sign-in-match.ts";

let db: TestDatabase;
let world: World;
let grace: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  world = await makeWorld(db);
  grace = await world.person({ userName: "grace", email: "grace@acme.test", externalId: "00u-grace" });
});
afterAll(() => db.drop());

const attempt = (given: Partial<SignInRecord>) =>
  recordSignIn(db.pool, {
    tenantId: world.tenantId,
    method: "saml",
    ok: given.reason === undefined,
    ...given,
  });
const refused = (nameId: string, attributes: Record<string, string[]> = {}) =>
  attempt({ nameId, attributes, reason: "not_provisioned" });
const match = () => signInMatch(db, world.tenantId, grace);

describe("how single sign-on finds a person", () => {
  it("is told by the last attempt that found them, whatever it came to", async () => {
    expect(await match()).toEqual({ kind: "never" });
    const found = { userId: grace, nameId: "Grace@acme.test", matchedBy: "email" } as const;
    await attempt(found);
    expect(await match()).toMatchObject({ kind: "matched", nameId: "Grace@acme.test", matchedBy: "email" });
    const id = await attempt({ ...found, reason: "deactivated" });
    expect(await match()).toMatchObject({ kind: "refused", id, reason: "deactivated" });
  });

  it("is not told by tests and passwords", async () => {
    await attempt({ userId: grace, nameId: "grace", matchedBy: "userName", test: true });
    await attempt({ userId: grace, method: "password" });
    expect(await match()).toEqual({ kind: "never" });
  });

  it("a NameID that is one of their names and was refused is theirs, such as before they were provisioned", async () => {
    await refused("GRACE@acme.test");
    expect(await match()).toMatchObject({ kind: "refused", reason: "not_provisioned" });
  });
});

describe("a NameID that is none of a person's names", () => {
  it("is known by their address in an attribute beside it, also after sign-ins that went well", async () => {
    await attempt({ userId: grace, nameId: "grace@acme.test", matchedBy: "email" });
    await refused("g.hopper@old.test", { "User.email": ["Grace@acme.test"], "User.FirstName": ["Grace"] });
    expect(await match()).toMatchObject({
      kind: "mismatch",
      nameId: "g.hopper@old.test",
      attribute: "User.email",
      reason: "not_provisioned",
    });
  });

  it("is known by the id that SCIM gave, in an attribute", async () => {
    await refused("opaque-7", { uid: ["00u-grace"] });
    expect(await match()).toMatchObject({ kind: "mismatch", attribute: "uid" });
  });

  it("is known by its local part where nothing surer is known", async () => {
    await refused("grace@other.test");
    expect(await match()).toMatchObject({ kind: "mismatch", nameId: "grace@other.test", attribute: null });
    await attempt({ userId: grace, nameId: "grace@acme.test", matchedBy: "email" });
    await refused("grace@other.test");
    expect(await match()).toMatchObject({ kind: "matched" });
  });

  it("of somebody of the same first name, or who was let in as somebody else, is not theirs", async () => {
    await refused("miller@acme.test", { "User.FirstName": ["grace"] });
    const other = await world.person({ userName: "other@acme.test" });
    await attempt({
      userId: other,
      nameId: "x-1",
      matchedBy: "userName",
      attributes: { mail: ["grace@acme.test"] },
    });
    expect(await match()).toEqual({ kind: "never" });
  });

  it("of another tenant says nothing", async () => {
    const elsewhere = await makeWorld(db);
    await attempt({ tenantId: elsewhere.tenantId, nameId: "grace@acme.test", reason: "not_provisioned" });
    expect(await match()).toEqual({ kind: "never" });
  });
});

describe("the look at a person's sign-ins", () => {
  it("reads theirs, and not those of everybody else", async () => {
    await db.pool.query(
      `INSERT INTO "SignIn" ("tenantId", id, method, result, "userId")
       SELECT $1, gen_random_uuid(), 'saml', 'ok', gen_random_uuid() FROM generate_series(1, 5000)`,
      [world.tenantId],
    );
    await db.pool.query(`VACUUM ANALYZE "SignIn"`);
    const asked: [text: string, values: unknown[]][] = [];
    const query = (text: string, values: unknown[]) => {
      asked.push([text, values]);
      return db.pool.query(text, values);
    };
    const watched = { ...db, pool: Object.assign(Object.create(db.pool), { query }) };
    await signInMatch(watched, world.tenantId, grace);
    expect(asked).toHaveLength(2);
    for (const [text, values] of asked) {
      const { rows } = await db.pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
      const read = [...JSON.stringify(rows).matchAll(/"Rows Removed by Filter":(\d+)/g)].map(([, n]) =>
        Number(n),
      );
      expect(Math.max(0, ...read)).toBeLessThan(100);
    }
  });
});

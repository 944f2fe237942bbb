import { setTimeout as sleep } from "node:timers/promises";
import type { UserRecord } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOk, refusal, type ScimStage, scimCall, scimStage, scimTenant } from "./testing.ts";

let stage: ScimStage;
beforeAll(async () => {
  stage = await scimStage();
});
afterAll(() => stage.close());

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}${n}@batch.test`);

function set(id: string, more: Record<string, string>) {
  const change = {
    apply: (current: UserRecord["resource"]) => ({ ok: true, value: { ...current, ...more } }) as const,
  };
  return stage.directory.modifyUser(stage.call("PUT", `/Users/${id}`), id, change, {});
}

/** In how many transactions people were written last. */
async function commits(ids: readonly string[]): Promise<number> {
  const { rows } = await stage.db.pool.query<{ n: number }>(
    `SELECT count(DISTINCT xmin::text)::int AS n FROM "User" WHERE id = ANY($1)`,
    [ids],
  );
  return rows[0]?.n ?? 0;
}

describe("writes that come at once", () => {
  it("are committed together, each with its own event", async () => {
    const people = await Promise.all(names("many", 40).map((name) => stage.createUser(name)));
    const ids = people.map(({ id }) => id);
    expect(await commits(ids)).toBeLessThan(10);
    const outcomes = await Promise.all(ids.map((id, n) => set(id, { title: `Title ${n}` })));
    expect(outcomes.map((outcome) => expectOk(outcome).resource.title)).toEqual(
      ids.map((_, n) => `Title ${n}`),
    );
    expect(await commits(ids)).toBeLessThan(10);
    const { rows } = await stage.db.pool.query(
      `SELECT "resourceId" AS id, array_agg(operation ORDER BY id) AS operations, count(DISTINCT "tokenId")::int AS tokens
         FROM "ProvisioningEvent" WHERE "resourceId" = ANY($1) GROUP BY "resourceId" ORDER BY "resourceId"`,
      [ids],
    );
    expect(rows).toEqual(
      [...ids].sort().map((id) => ({ id, operations: ["user.create", "user.replace"], tokens: 1 })),
    );
  });

  it("of one person are all applied", async () => {
    const { id } = await stage.createUser("twice@batch.test");
    const outcomes = await Promise.all(
      ["title", "nickName", "locale"].map((attribute) => set(id, { [attribute]: "x" })),
    );
    expect(outcomes.map(refusal)).toEqual(["accepted", "accepted", "accepted"]);
    const user = expectOk(await stage.directory.getUser(stage.call("GET", `/Users/${id}`), id));
    expect(user).toMatchObject({ version: 4, resource: { title: "x", nickName: "x", locale: "x" } });
  });

  it("do not fail with one that fails", async () => {
    const people = await Promise.all(names("mixed", 8).map((name) => stage.createUser(name)));
    const outcomes = await Promise.all(
      people.map(({ id }, n) => set(id, n === 3 ? { userName: "Mixed0@batch.test" } : { title: "x" })),
    );
    expect(outcomes.map(refusal)).toEqual(
      people.map((_, n) => (n === 3 ? "409 user.username_taken" : "accepted")),
    );
  });

  it("do not wait for one whose row another transaction holds", async () => {
    const people = await Promise.all(names("held", 6).map((name) => stage.createUser(name)));
    const [held, ...others] = people.map(({ id }) => id);
    const holder = await stage.db.pool.connect();
    await holder.query("BEGIN");
    await holder.query(`SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE`, [held]);
    let done = false;
    const waits = set(held ?? "", { title: "late" }).finally(() => {
      done = true;
    });
    const outcomes = await Promise.all(others.map((id) => set(id, { title: "x" })));
    expect(outcomes.map(refusal)).toEqual(others.map(() => "accepted"));
    await sleep(300);
    expect(done).toBe(false);
    await holder.query("COMMIT");
    holder.release();
    expect(expectOk(await waits).resource.title).toBe("late");
  });

  it("stay in their tenants, and a retired token's are turned away", async () => {
    const other = await scimTenant(stage.db, "other");
    const create = (slug: string, token: string, userName: string) => {
      const resource = { userName, active: true };
      const call = scimCall(slug, token, "POST", "/Users", { body: resource });
      return stage.directory.createUser(call, { resource });
    };
    const outcomes = await Promise.all([
      ...names("here", 5).map((name) => create(stage.slug, stage.token, name)),
      ...names("there", 5).map((name) => create(other.slug, other.token, name)),
      ...names("cross", 5).map((name) => create(other.slug, stage.token, name)),
    ]);
    expect(outcomes.map(refusal).map((each) => each.split(" ")[0])).toEqual([
      ...Array.from({ length: 10 }, () => "accepted"),
      ...Array.from({ length: 5 }, () => "401"),
    ]);
    const { rows } = await stage.db.pool.query(
      `SELECT t.slug, count(*)::int AS people FROM "User" u JOIN "Tenant" t ON t.id = u."tenantId"
        WHERE u."userName" ~ '^(here|there|cross)' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { slug: "acme", people: 5 },
      { slug: "other", people: 5 },
    ]);
  });
});

import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scimTenant } from "../provisioning/testing.ts";
import { generateToken, regenerateToken, retireToken } from "./issue-token.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

async function live(tenantId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ last4: string }>(
    `SELECT last4 FROM "ScimToken" WHERE "tenantId" = $1 AND ("retiredAt" IS NULL OR "validUntil" > now())`,
    [tenantId],
  );
  return rows.map((row) => row.last4);
}

const actor = { id: null, name: "Ada" };

describe("issuing tokens", () => {
  it("generates the first one, and no second beside it", async () => {
    const { tenantId } = await scimTenant(db, "first");
    expect(await generateToken(db, { tenantId, actor })).toBeUndefined();
    expect(await live(tenantId)).toHaveLength(1);
  });

  it("two people who regenerate at once leave one live token", async () => {
    const { tenantId } = await scimTenant(db, "race");
    const issued = await Promise.all(
      Array.from({ length: 8 }, () => regenerateToken(db, { tenantId, actor })),
    );
    const tokens = await live(tenantId);
    expect(tokens).toHaveLength(1);
    expect(issued.map((token) => token.last4)).toContain(tokens[0]);
  });

  it("regenerating with an overlap keeps the old one until its end, and ends an earlier overlap", async () => {
    const { tenantId, token } = await scimTenant(db, "overlap");
    const second = await regenerateToken(db, { tenantId, actor }, 24);
    expect(new Set(await live(tenantId))).toEqual(new Set([token.slice(-4), second.last4]));
    const third = await regenerateToken(db, { tenantId, actor }, 1);
    expect(new Set(await live(tenantId))).toEqual(new Set([second.last4, third.last4]));
    await regenerateToken(db, { tenantId, actor });
    expect(await live(tenantId)).toHaveLength(1);
  });

  it("retiring ends a token at once, its overlap included", async () => {
    const { tenantId } = await scimTenant(db, "retire");
    const issued = await regenerateToken(db, { tenantId, actor });
    expect(await retireToken(db, { tenantId, actor }, issued.id)).toBe(true);
    expect(await retireToken(db, { tenantId, actor }, issued.id)).toBe(false);
    expect(await live(tenantId)).toEqual([]);
  });

  it("is audited with who and which, and never the secret", async () => {
    const { tenantId } = await scimTenant(db, "audited");
    const issued = await regenerateToken(db, { tenantId, actor, ip: "192.0.2.9" });
    const { rows } = await db.pool.query(`SELECT * FROM "AuditEntry" WHERE "tenantId" = $1 ORDER BY id`, [
      tenantId,
    ]);
    expect(rows.map((row) => row.action)).toEqual(["scim_token.generated", "scim_token.regenerated"]);
    expect(rows[1]).toMatchObject({ actorName: "Ada", targetId: issued.id, ip: "192.0.2.9" });
    expect(JSON.stringify(rows)).not.toContain(issued.token);
  });
});

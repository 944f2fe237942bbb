import { transaction } from "@rollcall/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScimStage, scimStage } from "../provisioning/testing.ts";
import { adminRemains, hasAdmin } from "./last-admin.ts";

let stage: ScimStage;

beforeAll(async () => {
  stage = await scimStage(4);
});

afterAll(() => stage.close());

const remains = (id: string) => transaction(stage.db, (client) => adminRemains(client, stage.tenantId, id));
const any = () => transaction(stage.db, (client) => hasAdmin(client, stage.tenantId));

describe("a usable admin", () => {
  it("is active, an admin by hand or by team, and has a way to sign in", async () => {
    expect(await any()).toBe(false);
    const ada = await stage.localUser("ada@x.test", "admin");
    expect([await any(), await remains(ada)]).toEqual([true, false]);

    const bob = (await stage.createUser("bob@x.test")).id;
    await stage.db.pool.query(
      `WITH team AS (
         INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, "grantsRole")
         VALUES ($1, gen_random_uuid(), 'admins', 'admins', 'admins', 'admin') RETURNING id)
       INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel) SELECT $1, id, $2, 'group' FROM team`,
      [stage.tenantId, bob],
    );
    expect(await remains(ada), "bob has neither a password nor SSO").toBe(false);
    await stage.db.pool.query(
      `INSERT INTO "SsoConfig" ("tenantId", kind, enabled, settings) VALUES ($1, 'saml', true, '{}')`,
      [stage.tenantId],
    );
    expect(await remains(ada)).toBe(true);
    await stage.db.pool.query(`UPDATE "User" SET role = 'member' WHERE id = $1`, [bob]);
    expect(await remains(ada), "a role given by hand wins").toBe(false);
    await stage.db.pool.query(`UPDATE "User" SET role = NULL, active = false WHERE id = $1`, [bob]);
    expect(await remains(ada), "bob is deactivated").toBe(false);
  });
});

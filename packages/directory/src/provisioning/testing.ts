import { randomBytes } from "node:crypto";
import { uuidv7 } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import type { Call, JsonObject, Outcome, UserRecord } from "@rollcall/scim";
import { generateToken } from "../tokens/issue-token.ts";
import { createScimDirectory, type ProvisioningDirectory } from "./scim-directory.ts";

/** A tenant with SCIM on, its token, and the directory as the SCIM handler uses it. For tests only. */
export interface ScimStage {
  readonly db: TestDatabase;
  readonly directory: ProvisioningDirectory;
  readonly tenantId: string;
  readonly slug: string;
  readonly token: string;
  call(method: string, path: string, more?: Partial<Call>): Call;
  /** POST of a user by userName, or of a whole resource. */
  createUser(user: string | JsonObject): Promise<UserRecord>;
  /** The events so far, oldest first. */
  events(): Promise<readonly StoredEvent[]>;
  /** A local person. Returns the id. */
  localUser(userName: string, role?: "admin" | "member"): Promise<string>;
  close(): Promise<void>;
}

export interface StoredEvent {
  readonly id: string;
  readonly operation: string;
  readonly outcome: string;
  readonly status: number;
  readonly reason: string | null;
  readonly subject: string | null;
  readonly subjectKeys: readonly string[];
  readonly authClass: string | null;
  readonly detail: string | null;
  readonly count: number;
  readonly groupsValue: string | null;
  readonly warnings: readonly { code: string; value?: string }[] | null;
  readonly changes: readonly { attribute: string; before: unknown; after: unknown }[] | null;
  readonly request: JsonObject | null;
  readonly response: JsonObject | null;
  readonly dialects: readonly string[];
  readonly ip: string | null;
  readonly tokenId: string | null;
  readonly resourceId: string | null;
}

/** @param connections how many requests can be under way in the database at once */
export async function scimStage(connections = 10): Promise<ScimStage> {
  const db = await createTestDatabase({ connections });
  const directory = createScimDirectory(db, {
    onError: (error) => {
      throw error;
    },
  });
  const { tenantId, slug, token } = await scimTenant(db, "acme");
  const stage: ScimStage = {
    db,
    directory,
    tenantId,
    slug,
    token,
    call: (method, path, more) => scimCall(slug, token, method, path, more),
    async createUser(user) {
      const resource = typeof user === "string" ? { userName: user, active: true } : user;
      return expectOk(
        await directory.createUser(stage.call("POST", "/Users", { body: resource }), { resource }),
      );
    },
    async events() {
      await directory.flush();
      const sql = `SELECT * FROM "ProvisioningEvent" WHERE "tenantId" = $1 ORDER BY id`;
      return (await db.pool.query<StoredEvent>(sql, [tenantId])).rows;
    },
    async localUser(userName, role = "member") {
      const id = uuidv7();
      await db.pool.query(
        `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", email, "emailKey", "emailKeys", source, role, "passwordHash")
         VALUES ($1, $2, $3, lower($3), $3, lower($3), ARRAY[lower($3)], 'local', $4::"Role", 'x')`,
        [tenantId, id, userName, role],
      );
      return id;
    },
    async close() {
      await directory.flush();
      await db.drop();
    },
  };
  return stage;
}

/** A further tenant in the same database. */
export async function scimTenant(db: TestDatabase, slug: string) {
  const tenantId = uuidv7();
  await db.pool.query(`INSERT INTO "Tenant" (id, slug, name) VALUES ($1, $2, $2)`, [tenantId, slug]);
  await db.pool.query(`INSERT INTO "Connection" ("tenantId", enabled, "cursorKey") VALUES ($1, true, $2)`, [
    tenantId,
    randomBytes(32),
  ]);
  const issued = await generateToken(db, { tenantId, actor: { id: null, name: "Ada" } });
  if (issued === undefined) throw new Error("a new tenant has no token");
  return { tenantId, slug, token: issued.token };
}

export function scimCall(
  tenant: string,
  token: string,
  method: string,
  path: string,
  more: Partial<Call> = {},
): Call {
  return {
    requestId: uuidv7(),
    receivedAt: new Date(),
    tenant,
    baseUrl: `https://rollcall.test/api/scim/${tenant}/v2`,
    credential: { kind: "bearer", token },
    method,
    path,
    ip: "192.0.2.1",
    deviations: [],
    ...more,
  };
}

/** The value of an outcome that must have succeeded. */
export function expectOk<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.status} ${outcome.error.code}: ${outcome.error.detail}`);
  return outcome.value;
}

/** The refusal of an outcome that must have failed, as `status code`. */
export function refusal(outcome: Outcome<unknown>): string {
  return outcome.ok ? "accepted" : `${outcome.error.status} ${outcome.error.code}`;
}

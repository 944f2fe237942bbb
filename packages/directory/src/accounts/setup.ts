import { createHash, randomInt } from "node:crypto";
import { type Database, transaction } from "@rollcall/db";
import type { ClientBase } from "pg";
import type { AuditActor } from "../audit/record-audit.ts";
import {
  type CreatedTenant,
  insertTenant,
  type NewTenant,
  type TenantRefusal,
  tenantFault,
} from "./create-tenant.ts";
import { hashPassword } from "./password-hash.ts";
import { startSession } from "./sessions.ts";
import { clientKey, countAttempt } from "./throttle.ts";

export type SetupRefusal =
  | TenantRefusal
  | { readonly code: "setup.code_wrong" | "setup.closed" }
  | { readonly code: "setup.throttled"; readonly until: Date };

export type SetupResult =
  | { readonly ok: true; readonly value: CreatedTenant & { readonly sessionId: string } }
  | { readonly ok: false; readonly error: SetupRefusal };

export interface Caller {
  readonly ip?: string | undefined;
  readonly userAgent?: string | undefined;
}

/** Crockford's base 32: no letter that reads like a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 5;
const LOCK = "rollcall.setup";

/** Whether nobody is admin of anything yet, so that the set-up page is open. */
export async function isSetupOpen(db: Pick<Database, "pool">): Promise<boolean> {
  const { rowCount } = await db.pool.query(ADMIN_EXISTS);
  return rowCount === 0;
}

/** By hand or through a team: asked without reading every person. */
const ADMIN_EXISTS = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM "User" WHERE role = 'admin')
     OR EXISTS (SELECT 1 FROM "Team" t JOIN "Membership" m ON m."tenantId" = t."tenantId" AND m."teamId" = t.id
                 WHERE t."grantsRole" = 'admin')`;

/**
 * Makes a one-time code for the set-up page and keeps its hash. Codes of earlier starts stay good until an admin exists,
 * because another replica may have printed one.
 *
 * @returns `7K2QM-…`, 125 random bits; null when an admin exists.
 */
export async function issueSetupCode(db: Database): Promise<string | null> {
  if (!(await isSetupOpen(db))) return null;
  const code = Array.from({ length: GROUPS }, group).join("-");
  await db.pool.query(`INSERT INTO "SetupCode" (hash) VALUES ($1)`, [codeHash(code)]);
  return code;
}

/** Keeps a code that the operator chose (`SETUP_CODE`). */
export async function acceptSetupCode(db: Database, code: string): Promise<void> {
  if (!(await isSetupOpen(db))) return;
  await db.pool.query(`INSERT INTO "SetupCode" (hash) VALUES ($1) ON CONFLICT DO NOTHING`, [codeHash(code)]);
}

/**
 * Makes the first tenant and its admin, and signs them in. Of two people at once one wins; the other is told
 * `setup.closed`. Guesses of the code are throttled by address.
 */
export async function completeSetup(
  db: Database,
  input: NewTenant & { readonly code: string },
  caller: Caller,
): Promise<SetupResult> {
  const until = await countAttempt(db, [
    { ...clientKey("setup", caller.ip), rule: { limit: 20, minutes: 15 } },
  ]);
  if (until !== null) return { ok: false, error: { code: "setup.throttled", until } };
  if (!(await isSetupOpen(db))) return { ok: false, error: { code: "setup.closed" } };
  if (!(await codeIsGood(db.pool, input.code))) {
    // Whoever finished set-up a moment ago took the codes away with it.
    return { ok: false, error: { code: (await isSetupOpen(db)) ? "setup.code_wrong" : "setup.closed" } };
  }
  const fault = tenantFault(input);
  if (fault !== null) return { ok: false, error: fault };
  const passwordHash = await hashPassword(input.password);
  return transaction(db, async (client) => {
    if (!(await claimSetup(client))) return { ok: false, error: { code: "setup.closed" } };
    if (!(await codeIsGood(client, input.code))) return { ok: false, error: { code: "setup.code_wrong" } };
    const created = await insertTenant(client, input, passwordHash, { ip: caller.ip });
    if (!created.ok) return created;
    await closeSetup(client);
    const { tenantId, userId } = created.value;
    const sessionId = await startSession(client, { tenantId, userId, method: "password", ...caller });
    return { ok: true, value: { ...created.value, sessionId } };
  });
}

/** The same from the command line, where whoever can reach the database needs no code. */
export async function completeSetupAsOperator(
  db: Database,
  input: NewTenant,
  actor: AuditActor,
): Promise<{ ok: true; value: CreatedTenant } | { ok: false; error: SetupRefusal }> {
  const fault = tenantFault(input);
  if (fault !== null) return { ok: false, error: fault };
  const passwordHash = await hashPassword(input.password);
  return transaction(db, async (client) => {
    if (!(await claimSetup(client))) return { ok: false, error: { code: "setup.closed" } };
    await closeSetup(client);
    return insertTenant(client, input, passwordHash, { actor });
  });
}

async function closeSetup(client: ClientBase): Promise<void> {
  await client.query(`DELETE FROM "SetupCode"`);
}

/** Waits for whoever else is setting up; true when there is still no admin. */
async function claimSetup(client: ClientBase): Promise<boolean> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [LOCK]);
  const { rowCount } = await client.query(ADMIN_EXISTS);
  return rowCount === 0;
}

async function codeIsGood(client: Pick<ClientBase, "query">, code: string): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT 1 FROM "SetupCode" WHERE hash = $1`, [codeHash(code)]);
  return rowCount === 1;
}

function group(): string {
  return Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? "").join("");
}

/** Blanks, hyphens and case do not matter when the code is typed. */
function codeHash(code: string): Buffer {
  return createHash("sha256")
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ""))
    .digest();
}

import { type Database, transaction } from "@rollcall/db";
import { PERSON_NAME } from "../people/person-sql.ts";
import { addressKey } from "./address-key.ts";
import { effectiveRoleSql } from "./effective-role.ts";
import { passwordMatches } from "./password-hash.ts";
import { startForActive } from "./sessions.ts";
import type { Caller } from "./setup.ts";
import { recordSignIn } from "./sign-ins.ts";
import { resolveTenant } from "./tenants.ts";
import { accountKey, clearAttempts, clientKey, countAttempt, forgiveAttempt } from "./throttle.ts";

export interface PasswordSignIn {
  /** Slug of the organisation; may be absent when there is only one. */
  readonly tenant?: string | undefined;
  readonly email: string;
  readonly password: string;
}

export type SignInRefusal =
  /** Unknown address or wrong password: which of the two is not told. */
  | { readonly code: "sign_in.wrong" }
  | { readonly code: "sign_in.throttled"; readonly until: Date }
  | { readonly code: "sign_in.deactivated"; readonly at: Date | null }
  | { readonly code: "sign_in.sso_required" };

export type SignInResult =
  | {
      readonly ok: true;
      readonly value: { readonly tenantId: string; readonly userId: string; readonly sessionId: string };
    }
  | { readonly ok: false; readonly error: SignInRefusal };

interface Account {
  id: string;
  name: string;
  passwordHash: string;
  active: boolean;
  deactivatedAt: Date | null;
  recovery: boolean;
  enforced: boolean;
}

// An address may stand on several people; the one who signs in with it is the one whose userName it is.
const FIND = `
  SELECT u.id, ${PERSON_NAME} AS name, u."passwordHash", u.active, u."deactivatedAt",
         u.recovery AND ${effectiveRoleSql("u")} = 'admin' AS recovery,
         COALESCE(c.enabled AND c.enforced, false) AS enforced
    FROM "User" u LEFT JOIN "SsoConfig" c ON c."tenantId" = u."tenantId"
   WHERE u."tenantId" = $1 AND (u."emailKey" = $2 OR u."userNameKey" = $2) AND u."passwordHash" IS NOT NULL
   ORDER BY (u."userNameKey" = $2) DESC, u.active DESC, u.id LIMIT 1`;

/**
 * Signs a person in with a password and opens a session. Attempts are counted per account and per client address before
 * the password is looked at; what the account is (deactivated, held to SSO) is told only to who knows its password.
 */
export async function signInWithPassword(
  db: Database,
  input: PasswordSignIn,
  caller: Caller,
): Promise<SignInResult> {
  const key = addressKey(input.email);
  const tenant = await resolveTenant(db, input.tenant);
  const account = accountKey(tenant?.id ?? "none", key);
  const address = clientKey("sign-in", caller.ip);
  const until = await countAttempt(db, [account, address]);
  if (until !== null) return { ok: false, error: { code: "sign_in.throttled", until } };

  const found = tenant === null ? undefined : await findAccount(db, tenant.id, key);
  if (!(await passwordMatches(found?.passwordHash, input.password)) || !found || !tenant) {
    // Of an unknown address too, though not what was typed: a row more or less is a millisecond that can be measured.
    if (tenant) await refuse(db, tenant.id, found, found ? "wrong_password" : "unknown_address", caller);
    return { ok: false, error: { code: "sign_in.wrong" } };
  }
  await clearAttempts(db, account);
  await forgiveAttempt(db, address);
  if (!found.active) {
    await refuse(db, tenant.id, found, "deactivated", caller);
    return { ok: false, error: { code: "sign_in.deactivated", at: found.deactivatedAt } };
  }
  if (found.enforced && !found.recovery) {
    await refuse(db, tenant.id, found, "sso_required", caller);
    return { ok: false, error: { code: "sign_in.sso_required" } };
  }
  const value = await open(db, tenant.id, found, caller);
  return value === null
    ? { ok: false, error: { code: "sign_in.deactivated", at: null } }
    : { ok: true, value };
}

async function findAccount(db: Database, tenantId: string, key: string): Promise<Account | undefined> {
  const { rows } = await db.pool.query<Account>(FIND, [tenantId, key]);
  return rows[0];
}

function refuse(
  db: Database,
  tenantId: string,
  account: Account | undefined,
  reason: string,
  caller: Caller,
) {
  return recordSignIn(db.pool, {
    tenantId,
    method: "password",
    ok: false,
    reason,
    userId: account?.id,
    personName: account?.name,
    ip: caller.ip,
  });
}

async function open(db: Database, tenantId: string, account: Account, caller: Caller) {
  return transaction(db, async (client) => {
    const sessionId = await startForActive(client, {
      tenantId,
      userId: account.id,
      method: "password",
      ...caller,
    });
    if (sessionId === null) return null;
    await recordSignIn(client, {
      tenantId,
      method: "password",
      ok: true,
      userId: account.id,
      personName: account.name,
      ip: caller.ip,
    });
    return { tenantId, userId: account.id, sessionId };
  });
}

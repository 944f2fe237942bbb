import { type Database, transaction } from "@rollcall/db";
import { recordAudit } from "../audit/record-audit.ts";
import { endSessions } from "./end-sessions.ts";
import { hashPassword, passwordMatches } from "./password-hash.ts";
import { type PasswordFault, passwordFault } from "./password-policy.ts";
import { accountKey, clearAttempts, countAttempt } from "./throttle.ts";

export interface PasswordChange {
  readonly tenantId: string;
  readonly actor: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly sessionId: string;
  };
  readonly current: string;
  readonly next: string;
  readonly ip?: string | undefined;
}

export type PasswordChangeResult =
  | { readonly ok: true; readonly endedSessions: number }
  | { readonly ok: false; readonly code: "password.none" | "password.wrong" | "password.same" }
  | { readonly ok: false; readonly code: "password.throttled"; readonly until: Date }
  | { readonly ok: false; readonly code: "password.unfit"; readonly fault: PasswordFault };

/**
 * Changes the own password and ends every other session of the person. Guesses of the current one are counted, because
 * whoever finds an unlocked screen may make them.
 */
export async function changePassword(db: Database, change: PasswordChange): Promise<PasswordChangeResult> {
  const { tenantId, actor, ip } = change;
  const key = accountKey(tenantId, `password:${actor.id}`);
  const until = await countAttempt(db, [key]);
  if (until !== null) return { ok: false, code: "password.throttled", until };
  const stored = await storedHash(db, tenantId, actor.id);
  if (stored === null) return { ok: false, code: "password.none" };
  if (!(await passwordMatches(stored, change.current))) return { ok: false, code: "password.wrong" };
  await clearAttempts(db, key);
  if (change.current === change.next) return { ok: false, code: "password.same" };
  const fault = passwordFault(change.next, [actor.name, actor.email]);
  if (fault !== null) return { ok: false, code: "password.unfit", fault };
  const hash = await hashPassword(change.next);
  return transaction(db, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE "User" SET "passwordHash" = $3, "updatedAt" = now()
        WHERE "tenantId" = $1 AND id = $2 AND active AND "passwordHash" = $4`,
      [tenantId, actor.id, hash, stored],
    );
    if (rowCount === 0) return { ok: false, code: "password.wrong" };
    const except = { except: actor.sessionId };
    const ended = await endSessions(client, tenantId, actor.id, "password_changed", except);
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.password_changed",
      target: { type: "user", id: actor.id, name: actor.name },
      after: { endedSessions: ended.length },
    });
    return { ok: true, endedSessions: ended.length };
  });
}

async function storedHash(db: Database, tenantId: string, userId: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ passwordHash: string | null }>(
    `SELECT "passwordHash" FROM "User" WHERE "tenantId" = $1 AND id = $2`,
    [tenantId, userId],
  );
  return rows[0]?.passwordHash ?? null;
}

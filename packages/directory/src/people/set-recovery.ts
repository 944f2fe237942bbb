import type { Database } from "@rollcall/db";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { lockPerson, personTarget } from "./locked-person.ts";

export type RecoveryRefusal =
  | "user.not_found"
  /** Only an admin who is active and has a password can get in when the identity provider fails. */
  | "user.not_recoverable"
  | "user.last_admin";

/**
 * Lets an admin sign in with a password also while single sign-on is required, or takes that back.
 *
 * @returns Whether anything changed.
 */
export function setRecovery(
  db: Database,
  context: ActContext,
  userId: string,
  recovery: boolean,
): Promise<Outcome<{ readonly changed: boolean }, RecoveryRefusal>> {
  return act<{ readonly changed: boolean }, RecoveryRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const person = await lockPerson(client, tenantId, userId);
    if (person === undefined) return refuse("user.not_found");
    const { rows } = await client.query<{ recovery: boolean; able: boolean }>(STANDING, [tenantId, userId]);
    const [now] = rows;
    if (recovery && now?.able !== true) return refuse("user.not_recoverable", { name: person.name });
    if (now?.recovery === recovery) return { changed: false };
    await client.query(
      `UPDATE "User" SET "recovery" = $3, "updatedAt" = now() WHERE "tenantId" = $1 AND "id" = $2`,
      [tenantId, userId, recovery],
    );
    if (!recovery && !(await hasAdmin(client, tenantId))) return refuse("user.last_admin");
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.recovery_changed",
      target: personTarget(person),
      before: { recovery: !recovery },
      after: { recovery },
    });
    return { changed: true };
  });
}

const STANDING = `
  SELECT u.recovery, u.active AND u."passwordHash" IS NOT NULL AND ${effectiveRoleSql("u")} = 'admin' AS able
    FROM "User" u WHERE u."tenantId" = $1 AND u.id = $2`;

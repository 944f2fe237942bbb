import type { ClientBase } from "pg";
import { effectiveRoleSql } from "../accounts/effective-role.ts";

/**
 * A usable admin: active, admin by hand or through a team, and with a way to sign in, which is a password or an identity
 * provider from which an admin has come back. While single sign-on is required it takes a recovery admin, because nobody
 * else could get in if the identity provider fails. $1 is the tenant.
 */
const USABLE_ADMIN = `
  SELECT 1 FROM "User" u LEFT JOIN "SsoConfig" s ON s."tenantId" = u."tenantId"
   WHERE u."tenantId" = $1 AND u.active AND ${effectiveRoleSql("u")} = 'admin'
     AND CASE WHEN s.enabled AND s.enforced THEN u.recovery AND u."passwordHash" IS NOT NULL
              ELSE u."passwordHash" IS NOT NULL OR (s.enabled AND s."verifiedAt" IS NOT NULL) END
   LIMIT 1`;

/**
 * Whether the tenant has a usable admin. Ask it in the transaction of everything that may take the role or the way in
 * from someone, after the change: the answer holds until that transaction ends, because everyone who asks queues on one
 * lock per tenant. Two admins who deactivate each other cannot both succeed.
 *
 * @param client A client inside the transaction of the change.
 */
export async function hasAdmin(client: ClientBase, tenantId: string): Promise<boolean> {
  // A statement of its own: the check that follows must see what the former holder of the lock committed.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('admins:' || $1::text, 0))", [tenantId]);
  const { rowCount } = await client.query(USABLE_ADMIN, [tenantId]);
  return rowCount !== 0;
}

/**
 * Gives people who have just become admins through a team a new version. A change that was worked out while they were
 * members then begins again, and meets the rule above.
 */
export async function markNewAdmins(
  client: ClientBase,
  tenantId: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  await client.query(
    `UPDATE "User" u SET version = u.version + 1
       FROM (SELECT id FROM "User" WHERE "tenantId" = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE) locked
      WHERE u."tenantId" = $1 AND u.id = locked.id`,
    [tenantId, userIds],
  );
}

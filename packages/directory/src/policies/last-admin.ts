import type { ClientBase } from "pg";

/**
 * A usable admin: active, admin by hand or through a team (a role given by hand wins), and with a way to sign in.
 * $1 is the tenant.
 */
const USABLE_ADMIN = `
  SELECT u.id FROM "User" u
   WHERE u."tenantId" = $1 AND u.active
     AND (u.role = 'admin' OR (u.role IS NULL AND EXISTS (
           SELECT 1 FROM "Membership" m JOIN "Team" t ON t."tenantId" = m."tenantId" AND t.id = m."teamId"
            WHERE m."tenantId" = u."tenantId" AND m."userId" = u.id AND t."grantsRole" = 'admin')))
     AND (u."passwordHash" IS NOT NULL
          OR EXISTS (SELECT 1 FROM "SsoConfig" s WHERE s."tenantId" = $1 AND s.enabled))`;

/**
 * Whether someone other than `changedUserId` can still administer the tenant. Ask it in the transaction that
 * deactivates, demotes or deletes an admin, before or after the change: the answer holds until that transaction ends,
 * because everyone who asks queues on one lock per tenant. Two admins who deactivate each other cannot both succeed.
 *
 * @param client A client inside the transaction of the change.
 */
export async function adminRemains(
  client: ClientBase,
  tenantId: string,
  changedUserId: string,
): Promise<boolean> {
  await lockAdmins(client, tenantId);
  const { rowCount } = await client.query(`${USABLE_ADMIN} AND u.id <> $2 LIMIT 1`, [
    tenantId,
    changedUserId,
  ]);
  return rowCount !== 0;
}

/**
 * Whether the tenant has a usable admin at all. For changes that touch many people, such as those to a team that
 * grants the admin role: ask before and after.
 */
export async function hasAdmin(client: ClientBase, tenantId: string): Promise<boolean> {
  await lockAdmins(client, tenantId);
  const { rowCount } = await client.query(`${USABLE_ADMIN} LIMIT 1`, [tenantId]);
  return rowCount !== 0;
}

async function lockAdmins(client: ClientBase, tenantId: string): Promise<void> {
  // A statement of its own: the check that follows must see what the former holder of the lock committed.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('admins:' || $1::text, 0))", [tenantId]);
}

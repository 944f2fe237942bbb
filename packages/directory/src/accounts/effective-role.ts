/** Tenant roles. `member` may see nothing of the console but the own account. */
export type TenantRole = "admin" | "member";

/**
 * SQL for the role that counts: the one given by hand, else `admin` when any team of the person grants it, else `member`.
 *
 * @param user Alias of the `"User"` row in the surrounding statement.
 */
export function effectiveRoleSql(user: string): string {
  return `COALESCE(${user}.role::text, CASE WHEN EXISTS (
    SELECT 1 FROM "Membership" m JOIN "Team" t ON t."tenantId" = m."tenantId" AND t.id = m."teamId"
     WHERE m."tenantId" = ${user}."tenantId" AND m."userId" = ${user}.id AND t."grantsRole" = 'admin'
  ) THEN 'admin' ELSE 'member' END)`;
}

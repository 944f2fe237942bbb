import type { TenantRole } from "@rollcall/directory/accounts/effective-role";

/** Everything that a route, a page or a command may ask for. `account.own` is what every signed-in person may do. */
export const PERMISSIONS = [
  "provisioning.read",
  "provisioning.manage",
  "activity.read",
  "activity.export",
  "users.read",
  "users.manage",
  "teams.read",
  "teams.manage",
  "audit.read",
  "sso.manage",
  "settings.manage",
  "account.own",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const GRANTED: Readonly<Record<TenantRole, ReadonlySet<Permission>>> = {
  admin: new Set(PERMISSIONS),
  member: new Set<Permission>(["account.own"]),
};

/** Whether a role holds a permission. The only place that decides. */
export function permits(role: TenantRole, permission: Permission): boolean {
  return GRANTED[role].has(permission);
}

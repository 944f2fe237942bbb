import type { TenantRole } from "@rollcall/directory/accounts/effective-role";

/**
 * Everything that a route, a page or a command may ask for. `account.own` is what every signed-in person may do;
 * `deployment.manage` reaches beyond one tenant.
 */
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
  "deployment.manage",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** A person of a tenant, or whoever stands at the command line of the machine: that one is of no tenant. */
export type Role = TenantRole | "operator";

const GRANTED: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  admin: new Set(PERMISSIONS.filter((permission) => permission !== "deployment.manage")),
  member: new Set<Permission>(["account.own"]),
  operator: new Set<Permission>([
    "deployment.manage",
    "provisioning.read",
    "provisioning.manage",
    "users.read",
  ]),
};

/** Whether a role holds a permission. The only place that decides, for the console, its pages and the command line. */
export function permits(role: Role, permission: Permission): boolean {
  return GRANTED[role].has(permission);
}

import type { Database } from "@rollcall/db";
import type { TenantRole } from "../accounts/effective-role.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { lockPerson, personTarget } from "./locked-person.ts";

export type RoleRefusal =
  | "user.not_found"
  /** Somebody else gave the person a role since the editor saw the present one. */
  | "user.changed"
  | "user.last_admin";

/**
 * Gives a person a role by hand, which wins over every role that teams grant; null takes it back, so that the teams
 * decide again.
 *
 * @param seen The role given by hand that the editor saw.
 * @returns Whether anything changed.
 */
export function setRole(
  db: Database,
  context: ActContext,
  userId: string,
  role: TenantRole | null,
  seen: TenantRole | null,
): Promise<Outcome<{ readonly changed: boolean }, RoleRefusal>> {
  return act<{ readonly changed: boolean }, RoleRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const person = await lockPerson(client, tenantId, userId);
    if (person === undefined) return refuse("user.not_found");
    if (person.role === role) return { changed: false };
    if (person.role !== seen) return refuse("user.changed", { name: person.name });
    // The role is no SCIM attribute: the version that the identity provider knows stays.
    await client.query(
      `UPDATE "User" SET "role" = $3::"Role", "updatedAt" = now() WHERE "tenantId" = $1 AND "id" = $2`,
      [tenantId, userId, role],
    );
    if (!(await hasAdmin(client, tenantId))) return refuse("user.last_admin", { name: person.name });
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.role_changed",
      target: personTarget(person),
      before: { role: person.role ?? "from_teams" },
      after: { role: role ?? "from_teams" },
    });
    return { changed: true };
  });
}

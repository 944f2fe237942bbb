import type { Database } from "@rollcall/db";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { lockPerson, personTarget } from "./locked-person.ts";

export type PersonDeletionRefusal =
  | "user.not_found"
  | "user.is_self"
  /** Provisioned people are deactivated, never deleted: their record says who they were. */
  | "user.provisioned"
  | "user.last_admin";

/** Deletes a person whom no identity provider ever sent, with their memberships and sessions. Not to be undone. */
export function deletePerson(
  db: Database,
  context: ActContext,
  userId: string,
): Promise<Outcome<{ readonly name: string }, PersonDeletionRefusal>> {
  return act<{ readonly name: string }, PersonDeletionRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    if (userId === actor.id) return refuse("user.is_self");
    const person = await lockPerson(client, tenantId, userId);
    if (person === undefined) return refuse("user.not_found");
    if (person.source === "scim" || person.scimState !== "none")
      return refuse("user.provisioned", { name: person.name });
    await client.query(`DELETE FROM "User" WHERE "tenantId" = $1 AND "id" = $2`, [tenantId, userId]);
    if (!(await hasAdmin(client, tenantId))) return refuse("user.last_admin", { name: person.name });
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.deleted",
      target: personTarget(person),
      before: { userName: person.userName, email: person.email, source: person.source },
    });
    return { name: person.name };
  });
}

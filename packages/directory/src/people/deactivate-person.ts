import type { Database } from "@rollcall/db";
import { endSessions, receiptOf } from "../accounts/end-sessions.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { lockPerson, personTarget } from "./locked-person.ts";

export type DeactivationRefusal = "user.not_found" | "user.is_self" | "user.last_admin";

export interface Deactivation {
  /** How many sessions ended with it. */
  readonly endedSessions: number;
  /** False when the person was deactivated already: nothing was done. */
  readonly changed: boolean;
}

/**
 * Shuts a person out: inactive from now on, every session over at its next request. The record, the teams and the role
 * stay. The identity provider may turn a provisioned person back on with its next update.
 */
export function deactivatePerson(
  db: Database,
  context: ActContext,
  userId: string,
): Promise<Outcome<Deactivation, DeactivationRefusal>> {
  return act<Deactivation, DeactivationRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    if (userId === actor.id) return refuse("user.is_self");
    const person = await lockPerson(client, tenantId, userId);
    if (person === undefined) return refuse("user.not_found");
    if (!person.active) return { endedSessions: 0, changed: false };
    await client.query(
      `UPDATE "User" SET "active" = false, "deactivatedAt" = now(), "deactivatedBy" = $3,
              "version" = "version" + 1, "updatedAt" = now()
       WHERE "tenantId" = $1 AND "id" = $2`,
      [tenantId, userId, actor.name],
    );
    if (!(await hasAdmin(client, tenantId))) return refuse("user.last_admin", { name: person.name });
    const ended = await endSessions(client, tenantId, userId, "deactivated");
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.deactivated",
      target: personTarget(person),
      before: { active: true },
      after: { active: false, endedSessions: receiptOf(ended) },
    });
    return { endedSessions: ended.length, changed: true };
  });
}

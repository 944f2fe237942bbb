import type { Database } from "@rollcall/db";
import { endSessions } from "../accounts/end-sessions.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { lockPerson, personTarget } from "./locked-person.ts";

export type ReactivationRefusal =
  | "user.not_found"
  /** The identity provider deleted this person: their user name may belong to somebody else by now. */
  | "user.deprovisioned";

/**
 * Lets a deactivated person in again, with the role and the teams they had.
 *
 * @returns Whether anything changed: false when they were active already.
 */
export function reactivatePerson(
  db: Database,
  context: ActContext,
  userId: string,
): Promise<Outcome<{ readonly changed: boolean }, ReactivationRefusal>> {
  return act<{ readonly changed: boolean }, ReactivationRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const person = await lockPerson(client, tenantId, userId);
    if (person === undefined) return refuse("user.not_found");
    if (person.scimState === "deleted") return refuse("user.deprovisioned", { name: person.name });
    if (person.active) return { changed: false };
    await client.query(
      `UPDATE "User" SET "active" = true, "deactivatedAt" = NULL, "deactivatedBy" = NULL,
              "version" = "version" + 1, "updatedAt" = now()
       WHERE "tenantId" = $1 AND "id" = $2`,
      [tenantId, userId],
    );
    // A sign-in that was under way at the deactivation may have left a session behind.
    await endSessions(client, tenantId, userId, "deactivated");
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.reactivated",
      target: personTarget(person),
      before: { active: false },
      after: { active: true },
    });
    return { changed: true };
  });
}

import type { Database } from "@rollcall/db";
import { endSessions, unexpiredSql } from "../accounts/end-sessions.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { lockPerson, personTarget } from "./locked-person.ts";

export interface PersonSession {
  readonly id: string;
  readonly method: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** The sessions of a person that are good now, the most recently used first. */
export async function personSessions(
  db: Database,
  tenantId: string,
  userId: string,
): Promise<PersonSession[]> {
  const { rows } = await db.pool.query<PersonSession>(
    `SELECT "id", "method", "createdAt", "lastSeenAt", "ip", "userAgent" FROM "Session"
     WHERE "tenantId" = $1 AND "userId" = $2 AND "revokedAt" IS NULL AND ${unexpiredSql()}
     ORDER BY "lastSeenAt" DESC`,
    [tenantId, userId],
  );
  return rows;
}

/** Signs a person out everywhere; they may sign in again. */
export function endPersonSessions(
  db: Database,
  context: ActContext,
  userId: string,
): Promise<Outcome<{ readonly ended: number }, "user.not_found">> {
  return act<{ readonly ended: number }, "user.not_found">(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const person = await lockPerson(client, tenantId, userId);
    if (person === undefined) return refuse("user.not_found");
    const ended = await endSessions(client, tenantId, userId, "ended_by_admin");
    if (ended.length === 0) return { ended: 0 };
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.sessions_ended",
      target: personTarget(person),
      after: { endedSessions: ended.length },
    });
    return { ended: ended.length };
  });
}

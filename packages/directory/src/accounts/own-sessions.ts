import { type Database, transaction } from "@rollcall/db";
import { recordAudit } from "../audit/record-audit.ts";
import { type EndedSession, endSessions } from "./end-sessions.ts";

export interface SessionOwner {
  readonly tenantId: string;
  readonly actor: { readonly id: string; readonly name: string; readonly sessionId: string };
  readonly ip?: string | undefined;
}

/**
 * Ends one other session of the own account, or all others. The one that asks goes on: signing out is its own act.
 *
 * @param sessionId null ends all others.
 */
export async function endOwnSessions(
  db: Database,
  { tenantId, actor, ip }: SessionOwner,
  sessionId: string | null,
): Promise<readonly EndedSession[]> {
  return transaction(db, async (client) => {
    const which = { except: actor.sessionId, ...(sessionId !== null && { only: sessionId }) };
    const ended = await endSessions(client, tenantId, actor.id, "ended_by_self", which);
    if (ended.length > 0) {
      await recordAudit(client, {
        tenantId,
        actor,
        ip,
        action: "user.sessions_ended",
        target: { type: "user", id: actor.id, name: actor.name },
        after: { endedSessions: ended.length },
      });
    }
    return ended;
  });
}

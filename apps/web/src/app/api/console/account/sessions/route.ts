import { endOwnSessions } from "@rollcall/directory/accounts/own-sessions";
import { personSessions } from "@rollcall/directory/people/person-sessions";
import { Ended, OwnSessions } from "~/features/account/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "account.own", response: OwnSessions },
  async ({ db, tenant, actor }) => {
    const sessions = await personSessions(db, tenant.id, actor.id);
    return {
      sessions: sessions.map((session) => ({
        ...session,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        current: session.id === actor.sessionId,
      })),
    };
  },
);

/** Ends every session but the one that asks. */
export const DELETE = consoleRoute(
  { permission: "account.own", response: Ended },
  async ({ db, tenant, actor, ip }) => {
    const ended = await endOwnSessions(db, { tenantId: tenant.id, actor, ip }, null);
    return { ended: ended.length };
  },
);

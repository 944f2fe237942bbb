import { endOwnSessions } from "@rollcall/directory/accounts/own-sessions";
import { z } from "zod";
import { Ended } from "~/features/account/schema.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const DELETE = consoleRoute(
  { permission: "account.own", params: z.object({ id: z.uuid() }), response: Ended },
  async ({ db, tenant, actor, ip, params }) => {
    if (params.id === actor.sessionId) {
      throw new ConsoleError({
        code: "session.is_this",
        status: 409,
        message: "This is the session you are using.",
        fix: "Sign out instead.",
      });
    }
    const ended = await endOwnSessions(db, { tenantId: tenant.id, actor, ip }, params.id);
    if (ended.length > 0) return { ended: ended.length };
    throw new ConsoleError({
      code: "session.unknown",
      status: 404,
      message: "This session is over already.",
    });
  },
);

import { endPersonSessions } from "@rollcall/directory/people/person-sessions";
import { personParams, sessionsEndedReply } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const DELETE = consoleRoute(
  { permission: "users.manage", params: personParams, response: sessionsEndedReply },
  async (context) => unwrap(await endPersonSessions(context.db, actContext(context), context.params.id)),
);

import { setRecovery } from "@rollcall/directory/people/set-recovery";
import { changedReply, personParams, recoveryBody } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const PUT = consoleRoute(
  { permission: "users.manage", params: personParams, body: recoveryBody, response: changedReply },
  async (context) =>
    unwrap(await setRecovery(context.db, actContext(context), context.params.id, context.body.recovery)),
);

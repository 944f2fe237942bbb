import { setRole } from "@rollcall/directory/people/set-role";
import { changedReply, personParams, roleBody } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const PUT = consoleRoute(
  { permission: "users.manage", params: personParams, body: roleBody, response: changedReply },
  async (context) =>
    unwrap(
      await setRole(context.db, actContext(context), context.params.id, context.body.role, context.body.seen),
    ),
);

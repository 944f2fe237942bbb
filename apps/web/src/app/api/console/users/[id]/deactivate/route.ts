import { deactivatePerson } from "@rollcall/directory/people/deactivate-person";
import { deactivatedReply, personParams } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const POST = consoleRoute(
  { permission: "users.manage", params: personParams, response: deactivatedReply },
  async (context) => unwrap(await deactivatePerson(context.db, actContext(context), context.params.id)),
);

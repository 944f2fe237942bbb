import { reactivatePerson } from "@rollcall/directory/people/reactivate-person";
import { changedReply, personParams } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const POST = consoleRoute(
  { permission: "users.manage", params: personParams, response: changedReply },
  async (context) => unwrap(await reactivatePerson(context.db, actContext(context), context.params.id)),
);

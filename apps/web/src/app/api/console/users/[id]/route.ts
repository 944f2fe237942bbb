import { deletePerson } from "@rollcall/directory/people/delete-person";
import { readPersonDetail } from "~/features/users/read-person-detail.ts";
import { deletedReply, personDetailSchema, personParams } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const GET = consoleRoute(
  { permission: "users.read", params: personParams, response: personDetailSchema },
  ({ db, tenant, actor, params }) => readPersonDetail(db, tenant.id, params.id, actor.id),
);

export const DELETE = consoleRoute(
  { permission: "users.manage", params: personParams, response: deletedReply },
  async (context) => unwrap(await deletePerson(context.db, actContext(context), context.params.id)),
);

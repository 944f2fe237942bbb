import { undoDeletion } from "@rollcall/directory/teams/undo-deletion";
import { restoredReply, teamParams } from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const POST = consoleRoute(
  { permission: "teams.manage", params: teamParams, response: restoredReply },
  async (context) => unwrap(await undoDeletion(context.db, actContext(context), context.params.id)),
);

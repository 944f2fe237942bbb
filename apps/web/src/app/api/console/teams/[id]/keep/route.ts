import { keepTeam } from "@rollcall/directory/teams/keep-team";
import { keepReply, teamParams } from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const POST = consoleRoute(
  { permission: "teams.manage", params: teamParams, response: keepReply },
  async (context) => unwrap(await keepTeam(context.db, actContext(context), context.params.id)),
);

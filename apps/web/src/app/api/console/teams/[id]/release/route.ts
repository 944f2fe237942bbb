import { releaseTeam } from "@rollcall/directory/teams/adopt-team";
import { handOverReply, teamParams } from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const POST = consoleRoute(
  { permission: "teams.manage", params: teamParams, response: handOverReply },
  async (context) => unwrap(await releaseTeam(context.db, actContext(context), context.params.id)),
);

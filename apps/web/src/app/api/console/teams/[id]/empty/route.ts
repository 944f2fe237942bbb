import { emptyTeam } from "@rollcall/directory/teams/team-membership";
import { membershipReply, teamParams } from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const POST = consoleRoute(
  { permission: "teams.manage", params: teamParams, response: membershipReply },
  async (context) => unwrap(await emptyTeam(context.db, actContext(context), context.params.id)),
);

import { deleteStaleTeams } from "@rollcall/directory/teams/delete-stale-teams";
import { deleteStaleBody, deleteStaleReply } from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const POST = consoleRoute(
  { permission: "teams.manage", body: deleteStaleBody, response: deleteStaleReply },
  async (context) => {
    const { ids, confirmation } = context.body;
    const deleted = await unwrap(await deleteStaleTeams(context.db, actContext(context), ids, confirmation));
    return { deleted };
  },
);

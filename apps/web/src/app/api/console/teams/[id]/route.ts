import { readProvider } from "@rollcall/directory/explain/read-provider";
import { deleteTeam } from "@rollcall/directory/teams/delete-team";
import { editTeam } from "@rollcall/directory/teams/edit-team";
import { getTeam } from "@rollcall/directory/teams/get-team";
import { teamOrigin } from "@rollcall/directory/teams/team-origin";
import {
  deleteTeamBody,
  deletionSchema,
  editTeamBody,
  editTeamReply,
  teamDetailSchema,
  teamParams,
} from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { found, unwrap } from "~/server/unwrap.ts";

export const GET = consoleRoute(
  { permission: "teams.read", params: teamParams, response: teamDetailSchema },
  async ({ db, tenant, params }) => {
    const [team, origin, provider] = await Promise.all([
      getTeam(db, tenant.id, params.id),
      teamOrigin(db, tenant.id, params.id),
      readProvider(db, tenant.id),
    ]);
    return {
      team: await found(team, "team.not_found"),
      origin: await found(origin, "team.not_found"),
      provider: provider.name,
    };
  },
);

export const PATCH = consoleRoute(
  { permission: "teams.manage", params: teamParams, body: editTeamBody, response: editTeamReply },
  async (context) => {
    const { edit, seen } = context.body;
    return unwrap(await editTeam(context.db, actContext(context), context.params.id, edit, seen));
  },
);

export const DELETE = consoleRoute(
  { permission: "teams.manage", params: teamParams, body: deleteTeamBody, response: deletionSchema },
  async (context) =>
    unwrap(await deleteTeam(context.db, actContext(context), context.params.id, context.body.confirmation)),
);

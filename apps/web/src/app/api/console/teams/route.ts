import { groupsReceived } from "@rollcall/directory/explain/groups-received";
import { named } from "@rollcall/directory/explain/provider";
import { readProvider } from "@rollcall/directory/explain/read-provider";
import { createTeam } from "@rollcall/directory/teams/create-team";
import { countPresets, listTeams } from "@rollcall/directory/teams/list-teams";
import {
  createTeamBody,
  createTeamReply,
  teamsPageSchema,
  teamsQuerySchema,
} from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

export const GET = consoleRoute(
  { permission: "teams.read", query: teamsQuerySchema, response: teamsPageSchema },
  async ({ db, tenant, query }) => {
    const { q: search, preset, sort, desc: descending, page, size } = query;
    const [teams, counts, groups, provider] = await Promise.all([
      listTeams(db, tenant.id, { search, preset, sort, descending, page, size }),
      countPresets(db, tenant.id),
      groupsReceived(db, tenant.id),
      readProvider(db, tenant.id),
    ]);
    return { ...teams, counts, groups, ...named(provider) };
  },
);

export const POST = consoleRoute(
  { permission: "teams.manage", body: createTeamBody, response: createTeamReply },
  async (context) => unwrap(await createTeam(context.db, actContext(context), context.body)),
);

import { teamOptions } from "@rollcall/directory/teams/team-options";
import { teamOptionsQuery, teamOptionsSchema } from "~/features/teams/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "teams.read", query: teamOptionsQuery, response: teamOptionsSchema },
  async ({ db, tenant, query }) => ({ teams: await teamOptions(db, tenant.id, query.q, query.id) }),
);

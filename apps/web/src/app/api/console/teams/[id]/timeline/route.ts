import { timeline } from "@rollcall/directory/timeline/timeline";
import { timelineQuery, timelineSchema } from "~/features/list/timeline-schema.ts";
import { teamParams } from "~/features/teams/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

const PAGE = 20;

export const GET = consoleRoute(
  { permission: "teams.read", params: teamParams, query: timelineQuery, response: timelineSchema },
  ({ db, tenant, params, query }) =>
    timeline(db, tenant.id, { subject: { type: "team", id: params.id }, before: query.before, limit: PAGE }),
);

import { timeline } from "@rollcall/directory/timeline/timeline";
import { timelineQuery, timelineSchema } from "~/features/list/timeline-schema.ts";
import { personParams } from "~/features/users/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

const PAGE = 20;

export const GET = consoleRoute(
  { permission: "users.read", params: personParams, query: timelineQuery, response: timelineSchema },
  ({ db, tenant, params, query }) =>
    timeline(db, tenant.id, { subject: { type: "user", id: params.id }, before: query.before, limit: PAGE }),
);

import { countNewer } from "@rollcall/directory/explain/activity/list-activity";
import { toFilter } from "~/features/activity/filter.ts";
import { newerQuerySchema, newerSchema } from "~/features/activity/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "activity.read", query: newerQuerySchema, response: newerSchema },
  async ({ db, tenant, query }) => ({
    count: await countNewer(db, tenant.id, toFilter(query), query.after),
  }),
);

import { countHiddenLookups } from "@rollcall/directory/explain/activity/hidden-lookups";
import { countNewer } from "@rollcall/directory/explain/activity/list-activity";
import { recentCounts } from "@rollcall/directory/explain/activity/recent-counts";
import { toFilter } from "~/features/activity/filter.ts";
import { newerQuerySchema, newerSchema } from "~/features/activity/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "activity.read", query: newerQuerySchema, response: newerSchema },
  async ({ db, tenant, query }) => {
    const filter = toFilter(query);
    const [count, lookups, recounted] = await Promise.all([
      countNewer(db, tenant.id, filter, query.after),
      countHiddenLookups(db, tenant.id, filter),
      recentCounts(db, tenant.id),
    ]);
    return { count, lookups, recounted };
  },
);

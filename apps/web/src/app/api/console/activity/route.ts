import { countHiddenLookups } from "@rollcall/directory/explain/activity/hidden-lookups";
import { listActivity } from "@rollcall/directory/explain/activity/list-activity";
import { readConnection } from "@rollcall/directory/explain/read-provider";
import { toFilter } from "~/features/activity/filter.ts";
import { presentItem } from "~/features/activity/present.ts";
import { listQuerySchema, pageSchema } from "~/features/activity/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

const ROWS = 50;

export const GET = consoleRoute(
  { permission: "activity.read", query: listQuerySchema, response: pageSchema },
  async ({ db, tenant, query }) => {
    const filter = toFilter(query);
    const [page, lookups, { provider, retentionDays }] = await Promise.all([
      listActivity(db, tenant.id, filter, { before: query.before, limit: ROWS }),
      countHiddenLookups(db, tenant.id, filter),
      readConnection(db, tenant.id),
    ]);
    return {
      items: page.items.map((item) => presentItem(item, provider)),
      next: page.next,
      provider: provider.name,
      retentionDays,
      lookups,
    };
  },
);

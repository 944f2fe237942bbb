import { exportActivity } from "@rollcall/directory/explain/activity/export-activity";
import { activityColumns } from "~/features/activity/activity-csv.ts";
import { toFilter } from "~/features/activity/filter.ts";
import { exportSchema } from "~/features/activity/schema.ts";
import { csvResponse, toCsv } from "~/lib/csv.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";

/** The current filter as a file. POST, because it is an entry of the audit log. */
export const POST = consoleRoute({ permission: "activity.export", body: exportSchema }, async (context) => {
  const { format, filter } = context.body;
  const events = await exportActivity(context.db, actContext(context), format, toFilter(filter));
  const name = `rollcall-activity.${format}`;
  if (format === "csv") return csvResponse(name, toCsv(activityColumns, events));
  return Response.json(events, { headers: { "Content-Disposition": `attachment; filename="${name}"` } });
});

import { exportAudit } from "@rollcall/directory/audit/export-audit";
import { auditColumns } from "~/features/audit/audit-csv.ts";
import { auditFilter } from "~/features/audit/audit-filter.ts";
import { auditFilterSchema } from "~/features/audit/schema.ts";
import { csvResponse, toCsv } from "~/lib/csv.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";

/** The current filter as a file. POST, because it is itself an entry of the log. */
export const POST = consoleRoute({ permission: "audit.read", body: auditFilterSchema }, async (context) => {
  const entries = await exportAudit(context.db, actContext(context), auditFilter(context.body, new Date()));
  return csvResponse("rollcall-audit.csv", toCsv(auditColumns, entries));
});

import type { Database } from "@rollcall/db";
import { EVENT_JOINS } from "./activity-event.ts";
import type { ActivityFilter } from "./filter.ts";
import { eventSource } from "./where.ts";

/** SQL of the newest events that a filter lets through, and its parameters. Ids first: wide columns are read for one page. */
export async function newestEvents(
  db: Database,
  tenantId: string,
  filter: ActivityFilter,
  before: string | undefined,
  limit: number,
  columns: string,
): Promise<{ readonly text: string; readonly values: unknown[] }> {
  const source = await eventSource(db, tenantId, filter);
  const bound = before ? `"id" < ${source.bind(before)}` : "true";
  const text = `WITH hit AS MATERIALIZED (${source.ids(bound, limit)}),
    page AS (SELECT "id" FROM hit ORDER BY "id" DESC LIMIT ${limit})
    SELECT ${columns} FROM page JOIN "ProvisioningEvent" e ON e."tenantId" = $1 AND e."id" = page."id"
    ${EVENT_JOINS} ORDER BY e."id" DESC`;
  return { text, values: source.values };
}

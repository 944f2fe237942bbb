import { type Database, transaction } from "@rollcall/db";
import type { ActContext } from "../../acts/act.ts";
import { recordAudit } from "../../audit/record-audit.ts";
import { DETAIL_COLUMNS, type EventDetail } from "./activity-event.ts";
import type { ActivityFilter } from "./filter.ts";
import { newestEvents } from "./newest-events.ts";

/** The most events that one export holds; the newest of them. */
export const EXPORT_LIMIT = 10_000;
const BATCH = 1000;

/**
 * The events of a filter, newest first, at most ten thousand. That they were taken, by whom and with which filter, is in
 * the audit log.
 */
export async function exportActivity(
  db: Database,
  context: ActContext,
  format: "csv" | "json",
  filter: ActivityFilter,
): Promise<EventDetail[]> {
  const events: EventDetail[] = [];
  while (events.length < EXPORT_LIMIT) {
    const before = events.at(-1)?.id;
    const { text, values } = await newestEvents(db, context.tenantId, filter, before, BATCH, DETAIL_COLUMNS);
    const { rows } = await db.pool.query<EventDetail>(text, values);
    events.push(...rows);
    if (rows.length < BATCH) break;
  }
  await transaction(db, (client) =>
    recordAudit(client, {
      ...context,
      action: "activity.exported",
      target: { type: "activity", name: format },
      after: { events: events.length, ...filter },
    }),
  );
  return events;
}

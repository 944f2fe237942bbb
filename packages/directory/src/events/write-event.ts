import { type EventRow, eventJson } from "./event-row.ts";

/**
 * SQL that inserts the event in parameter `parameter`, for a WITH clause or alone.
 *
 * @param parameter such as `$3`
 * @param condition a FROM item or WHERE clause that decides whether there is anything to record
 */
export function insertEventSql(parameter: string, condition = ""): string {
  return `INSERT INTO "ProvisioningEvent"
    SELECT e.* FROM jsonb_populate_record(NULL::"ProvisioningEvent", ${parameter}::jsonb) e ${condition}`;
}

/** What can run a query: the pool, or the client of a transaction. */
export interface Queryable {
  query(config: { name: string; text: string; values: unknown[] }): Promise<unknown>;
}

/** Writes one event: alone for a refusal, or as a statement of the transaction it reports. */
export async function writeEvent(to: Queryable, row: EventRow): Promise<void> {
  await to.query({ name: "events.write", text: insertEventSql("$1"), values: [eventJson(row)] });
}

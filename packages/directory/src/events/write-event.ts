import { type EventRow, eventJson } from "./event-row.ts";

const WRITE = `
  INSERT INTO "ProvisioningEvent"
  SELECT e.* FROM json_populate_record(NULL::"ProvisioningEvent", $1::json) e`;

/** What can run a query: the pool, or the client of a transaction. */
export interface Queryable {
  query(config: { name: string; text: string; values: unknown[] }): Promise<unknown>;
}

/** Writes one event: alone for a refusal, or as a statement of the transaction it reports. */
export async function writeEvent(to: Queryable, row: EventRow): Promise<void> {
  await to.query({ name: "events.write", text: WRITE, values: [eventJson(row)] });
}

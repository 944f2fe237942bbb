import type { Queryable } from "@rollcall/db";
import { type EventRow, eventJson } from "./event-row.ts";

const WRITE = `
  INSERT INTO "ProvisioningEvent"
  SELECT e.* FROM json_populate_record(NULL::"ProvisioningEvent", $1::json) e`;

/** Writes one event: alone for a refusal, or as a statement of the transaction it reports. */
export async function writeEvent(to: Queryable, row: EventRow): Promise<void> {
  await to.query({ name: "events.write", text: WRITE, values: [eventJson(row)] });
}

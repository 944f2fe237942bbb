import type { EventDetail } from "@rollcall/directory/explain/activity/activity-event";
import { activityOutcome } from "@rollcall/directory/explain/activity/filter";
import type { CsvColumn } from "~/lib/csv.ts";

/** The columns of an export of Activity. Headers are for programs and stay English; bodies are in the JSON only. */
export const activityColumns: readonly CsvColumn<EventDetail>[] = [
  { header: "id", value: (event) => event.id },
  { header: "at_utc", value: (event) => event.at },
  { header: "operation", value: (event) => event.operation },
  { header: "subject", value: (event) => event.subject },
  { header: "outcome", value: activityOutcome },
  { header: "reason", value: (event) => event.reason },
  { header: "detail", value: (event) => event.detail },
  { header: "method", value: (event) => event.method },
  { header: "path", value: (event) => event.path },
  { header: "status", value: (event) => event.status },
  { header: "scim_type", value: (event) => event.scimType },
  { header: "token_last4", value: (event) => event.tokenLast4 ?? event.presented4 },
  { header: "count", value: (event) => event.count },
  { header: "last_at_utc", value: (event) => event.lastAt },
  { header: "ip", value: (event) => event.ip },
  { header: "user_agent", value: (event) => event.userAgent },
  { header: "duration_ms", value: (event) => event.durationMs },
  { header: "resource_id", value: (event) => event.resourceId },
  { header: "external_id", value: (event) => event.externalId },
  { header: "request_id", value: (event) => event.requestId },
];

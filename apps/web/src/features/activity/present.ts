import type { ActivityEvent } from "@rollcall/directory/explain/activity/activity-event";
import { activityOutcome } from "@rollcall/directory/explain/activity/filter";
import type { ActivityItem } from "@rollcall/directory/explain/activity/list-activity";
import { resourceAddress } from "@rollcall/directory/explain/address";
import { explainEvent } from "@rollcall/directory/explain/explain-event";
import type { Provider } from "@rollcall/directory/explain/provider";
import { say } from "@rollcall/directory/explain/sentence";
import type { ActivityRow, EventRow } from "./schema.ts";

/** A row of the list as the browser gets it. */
export function presentItem(item: ActivityItem, provider: Provider): ActivityRow {
  if (item.kind === "event") return presentEvent(item.event, provider);
  const { id, at, actorName, action, targetName } = item.act;
  return { kind: "act", id, at: at.toISOString(), actorName, action, targetName };
}

/** An event as a row: what happened, and why it did not go as asked. */
export function presentEvent(event: ActivityEvent, provider: Provider): EventRow {
  const { sentence, code } = explainEvent(event, provider);
  return {
    kind: "event",
    id: event.id,
    at: event.at.toISOString(),
    sentence,
    outcome: activityOutcome(event),
    connectionTest: event.connectionTest,
    code,
    reason: code ? say(`reasons.${code}.title`) : null,
    subject: event.subject,
    href: pageOf(event),
    externalId: event.externalId,
    method: event.method,
    path: event.path,
    status: event.status,
    token: event.tokenLast4 ?? event.presented4,
    ip: event.ip,
    durationMs: event.durationMs,
    requestId: event.requestId,
    count: event.count,
  };
}

function pageOf(event: ActivityEvent): string | null {
  if (!event.present || !event.resourceId) return null;
  return resourceAddress(event.operation.startsWith("group.") ? "team" : "person", event.resourceId);
}

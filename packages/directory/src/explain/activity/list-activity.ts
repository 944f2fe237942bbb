import type { Database } from "@rollcall/db";
import { type ActivityEvent, EVENT_COLUMNS } from "./activity-event.ts";
import { type ActivityFilter, outcomesOf, showsConnection } from "./filter.ts";
import { newestEvents } from "./newest-events.ts";
import { listActs, type ProvisioningAct } from "./provisioning-acts.ts";
import { eventSource } from "./where.ts";

export type ActivityItem =
  | { readonly kind: "event"; readonly event: ActivityEvent }
  | { readonly kind: "act"; readonly act: ProvisioningAct };

export interface ActivityPage {
  /** Newest first. */
  readonly items: readonly ActivityItem[];
  /** Where the next page begins: pass it as `before`. Null on the last page. */
  readonly next: string | null;
}

/**
 * One page of requests, and of what admins did to the connection between them, newest first.
 *
 * @param page `before`: the id that the page ends before, absent for the newest; `limit`: at most so many rows
 */
export async function listActivity(
  db: Database,
  tenantId: string,
  filter: ActivityFilter,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<ActivityPage> {
  const wanted = page.limit + 1;
  const [events, acts] = await Promise.all([
    listEvents(db, tenantId, filter, page.before, wanted),
    showsConnection(filter) ? listActs(db, tenantId, filter, page.before, wanted) : [],
  ]);
  const items = [
    ...events.map((event): ActivityItem => ({ kind: "event", event })),
    ...acts.map((act): ActivityItem => ({ kind: "act", act })),
  ].sort((a, b) => (itemId(a) < itemId(b) ? 1 : -1));
  const shown = items.slice(0, page.limit);
  const last = shown.at(-1);
  return { items: shown, next: items.length > page.limit && last ? itemId(last) : null };
}

/** Events alone, newest first. */
async function listEvents(
  db: Database,
  tenantId: string,
  filter: ActivityFilter,
  before: string | undefined,
  limit: number,
): Promise<ActivityEvent[]> {
  const { text, values } = await newestEvents(db, tenantId, filter, before, limit, EVENT_COLUMNS);
  return (await db.pool.query<ActivityEvent>(text, values)).rows;
}

const COUNTED = 100;

/** How many requests came after one, counted up to a hundred: what the button "3 new events" says. */
export async function countNewer(
  db: Database,
  tenantId: string,
  filter: ActivityFilter,
  after: string,
): Promise<number> {
  if (outcomesOf(filter).length === 0) return 0;
  const source = await eventSource(db, tenantId, filter);
  const newer = `"id" > ${source.bind(after)}`;
  const [events, acts] = await Promise.all([
    db.pool.query<{ count: number }>(
      `SELECT least(count(*), ${COUNTED})::int AS "count" FROM (${source.ids(newer, COUNTED)}) newer`,
      source.values,
    ),
    showsConnection(filter) ? listActs(db, tenantId, filter, undefined, COUNTED, after) : [],
  ]);
  return Math.min(COUNTED, (events.rows[0]?.count ?? 0) + acts.length);
}

function itemId(item: ActivityItem): string {
  return item.kind === "event" ? item.event.id : item.act.id;
}

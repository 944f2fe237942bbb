import type { Database } from "@rollcall/db";
import { DETAIL_COLUMNS, EVENT_JOINS, type EventDetail } from "./activity-event.ts";
import type { ActivityFilter } from "./filter.ts";
import { eventSource } from "./where.ts";

export interface EventView {
  readonly event: EventDetail;
  /** The neighbours under the same filter; null at the ends. */
  readonly newer: string | null;
  readonly older: string | null;
}

/** One event with its neighbours. Null when there is none of that id, or retention has removed it. */
export async function readEvent(
  db: Database,
  tenantId: string,
  id: string,
  filter: ActivityFilter,
): Promise<EventView | null> {
  const [found, newer, older] = await Promise.all([
    db.pool.query<EventDetail>(
      `SELECT ${DETAIL_COLUMNS} FROM "ProvisioningEvent" e ${EVENT_JOINS} WHERE e."tenantId" = $1 AND e."id" = $2`,
      [tenantId, id],
    ),
    neighbour(db, tenantId, filter, id, "newer"),
    neighbour(db, tenantId, filter, id, "older"),
  ]);
  const event = found.rows[0];
  return event ? { event, newer, older } : null;
}

async function neighbour(
  db: Database,
  tenantId: string,
  filter: ActivityFilter,
  id: string,
  side: "newer" | "older",
): Promise<string | null> {
  const source = await eventSource(db, tenantId, filter);
  const [sign, order] = side === "newer" ? ([">", "ASC"] as const) : (["<", "DESC"] as const);
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT "id" FROM (${source.ids(`"id" ${sign} ${source.bind(id)}`, 1, order)}) near ORDER BY "id" ${order} LIMIT 1`,
    source.values,
  );
  return rows[0]?.id ?? null;
}

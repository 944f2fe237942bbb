import type { Database } from "@rollcall/db";
import { firstIdAt } from "../event-id.ts";

/** Refused credentials of one kind share a row for a minute; past this its count is final. */
const COUNTING_MS = 3 * 60_000;
const ROWS_READ = 100;

/** How many requests a row stands for. */
export interface RowCount {
  readonly id: string;
  readonly count: number;
}

/** The newest rows that stand for several requests, with their number by now: a list that was read before may show fewer. */
export async function recentCounts(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
): Promise<RowCount[]> {
  const { rows } = await db.pool.query<RowCount>(
    `SELECT "id", "count" FROM "ProvisioningEvent"
     WHERE "tenantId" = $1 AND "outcome" = 'auth_failed' AND "id" >= $2 ORDER BY "id" DESC LIMIT ${ROWS_READ}`,
    [tenantId, firstIdAt(new Date(now.getTime() - COUNTING_MS))],
  );
  return rows.filter((row) => row.count > 1);
}

import type { Database } from "@rollcall/db";
import { type ActivityFilter, showsConnection } from "./filter.ts";
import { eventSource } from "./where.ts";

/** Look-ups that a list leaves out are counted up to here. */
const COUNTED = 1000;

/**
 * How many look-ups a list leaves out, counted up to a thousand; tests of the connection are none of them where they are
 * listed. None where it was asked for a kind, an outcome or a reason: then it is not look-ups that are missed.
 */
export async function countHiddenLookups(
  db: Database,
  tenantId: string,
  filter: ActivityFilter,
): Promise<number> {
  if (filter.lookups || filter.outcomes?.length || filter.kind || filter.reason) return 0;
  const source = await eventSource(db, tenantId, { ...filter, outcomes: ["lookup"] });
  const { rows } = await db.pool.query<{ all: number; tests: number }>(
    `SELECT (SELECT count(*)::int FROM (${source.ids("true", COUNTED)}) lookups) AS "all",
            (SELECT count(*)::int FROM (${source.tests("true", COUNTED)}) tests) AS "tests"`,
    source.values,
  );
  const { all = 0, tests = 0 } = rows[0] ?? {};
  return showsConnection(filter) && all < COUNTED ? all - tests : all;
}

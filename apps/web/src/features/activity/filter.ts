import type { ActivityFilter } from "@rollcall/directory/explain/activity/filter";
import type { FilterQuery, Range } from "./schema.ts";

const HOURS: Partial<Record<Range, number>> = { "1h": 1, "24h": 24, "7d": 7 * 24 };

/** The directory's filter of a query string. A range counts back from `now`; `from` and `to` hold for a custom one. */
export function toFilter(query: FilterQuery, now: Date = new Date()): ActivityFilter {
  const hours = query.since ? HOURS[query.since] : undefined;
  const custom = query.since === "custom" || (query.since === undefined && (query.from || query.to));
  return {
    outcomes: query.outcome,
    kind: query.kind,
    reason: query.reason,
    search: query.q,
    lookups: query.lookups,
    since: hours
      ? new Date(now.getTime() - hours * 3_600_000)
      : custom && query.from
        ? new Date(query.from)
        : undefined,
    until: custom && query.to ? new Date(query.to) : undefined,
  };
}

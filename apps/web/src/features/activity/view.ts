"use client";

import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { useMemo } from "react";
import { type FilterQuery, KINDS, OUTCOMES, RANGES } from "./schema.ts";

/** What stands in the address of Activity: the filter, and the event whose sheet is open. */
export const viewParsers = {
  outcome: parseAsArrayOf(parseAsStringLiteral(OUTCOMES)).withDefault([]),
  kind: parseAsStringLiteral(KINDS),
  q: parseAsString.withDefault(""),
  reason: parseAsString,
  since: parseAsStringLiteral(RANGES).withDefault("any"),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  lookups: parseAsBoolean.withDefault(false),
  event: parseAsString,
};

/** The view in the address. Filters make steps of the browser's history, typing does not. */
export function useActivityView() {
  const [view, setView] = useQueryStates(viewParsers, { history: "push", clearOnDefault: true });
  const { outcome, kind, q, reason, since, from, to, lookups } = view;
  const query = useMemo(
    (): FilterQuery => ({
      ...(outcome.length > 0 && { outcome }),
      ...(kind && { kind }),
      ...(q.trim() && { q: q.trim() }),
      ...(reason && { reason }),
      ...(since !== "any" && { since }),
      ...(since === "custom" && from && { from: from.toISOString() }),
      ...(since === "custom" && to && { to: to.toISOString() }),
      ...(lookups && { lookups }),
    }),
    [outcome, kind, q, reason, since, from, to, lookups],
  );
  const filtered = Object.keys(query).some((name) => name !== "lookups");
  return { view, setView, query, filtered };
}

/** Takes every filter away. */
export const CLEARED = {
  outcome: null,
  kind: null,
  q: null,
  reason: null,
  since: null,
  from: null,
  to: null,
  lookups: null,
} as const;

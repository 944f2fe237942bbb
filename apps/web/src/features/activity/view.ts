"use client";

import { isReasonCode } from "@rollcall/directory/explain/reason";
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

/** Longer text names nobody. */
const SEARCH_LENGTH = 320;

/** Whether a text can be searched for. */
export function isSearchable(text: string): boolean {
  const { length } = text.trim();
  return length > 0 && length <= SEARCH_LENGTH;
}

/** Whether a span does not end before it begins; either end may be open. */
export function isSpan(from: Date | null, to: Date | null): boolean {
  return from === null || to === null || from <= to;
}

function isoSpan(from: Date | null, to: Date | null): Pick<FilterQuery, "from" | "to"> {
  return { ...(from && { from: from.toISOString() }), ...(to && { to: to.toISOString() }) };
}

/** The view in the address. Filters make steps of the browser's history, typing does not. */
export function useActivityView() {
  const [view, setView] = useQueryStates(viewParsers, { history: "push", clearOnDefault: true });
  const { outcome, kind, q, reason, since, from, to, lookups } = view;
  const query = useMemo(
    (): FilterQuery => ({
      ...(outcome.length > 0 && { outcome }),
      ...(kind && { kind }),
      ...(isSearchable(q) && { q: q.trim() }),
      ...(reason && isReasonCode(reason) && { reason }),
      ...(since !== "any" && { since }),
      ...(since === "custom" && isSpan(from, to) && isoSpan(from, to)),
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

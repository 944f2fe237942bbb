import {
  compareCodePoints,
  foldCase,
  invalidCursor,
  type JsonObject,
  type JsonValue,
  type ListQuery,
  matches,
  type Page,
  printFilter,
} from "../../src/index.ts";
import { Refusal } from "./refusal.ts";

/** The page of a query: filtered, sorted, and cut by index or by cursor. */
export function pageOf<T>(all: readonly T[], query: ListQuery, toResource: (item: T) => JsonObject): Page<T> {
  const { filter, sort, page } = query;
  const found = filter ? all.filter((item) => matches(filter, toResource(item))) : [...all];
  if (sort) {
    const direction = sort.order === "descending" ? -1 : 1;
    const key = (item: T) => sortKey(toResource(item), sort.attribute.name, sort.attribute.sub?.name);
    found.sort((a, b) => direction * compareKeys(key(a), key(b)));
  }
  if (page.kind === "index") {
    const from = page.startIndex - 1;
    return { totalResults: found.length, resources: found.slice(from, from + page.count) };
  }
  return cursorPage(found, query, page.cursor, page.count);
}

function cursorPage<T>(found: readonly T[], query: ListQuery, cursor: string, count: number): Page<T> {
  const bound = query.filter ? printFilter(query.filter) : "";
  const from = cursor === "" ? 0 : readCursor(cursor, bound);
  const resources = found.slice(from, from + count);
  const write = (at: number) => Buffer.from(JSON.stringify([at, bound])).toString("base64url");
  return {
    totalResults: found.length,
    resources,
    ...(from + count < found.length && { nextCursor: write(from + count) }),
    ...(from > 0 && { previousCursor: write(Math.max(0, from - count)) }),
  };
}

function readCursor(cursor: string, bound: string): number {
  const text = Buffer.from(cursor, "base64url").toString();
  const match = /^\[(\d+),(.*)\]$/.exec(text);
  if (!match || match[2] !== JSON.stringify(bound)) {
    throw new Refusal(invalidCursor("The cursor was not made for this query."));
  }
  return Number(match[1]);
}

function sortKey(resource: JsonObject, name: string, sub: string | undefined): JsonValue | undefined {
  const value = resource[name];
  const elements: readonly JsonValue[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const isPrimary = (element: JsonValue) =>
    typeof element === "object" && element !== null && "primary" in element && element.primary === true;
  const chosen = elements.find(isPrimary) ?? elements[0];
  if (sub === undefined || typeof chosen !== "object" || chosen === null || Array.isArray(chosen))
    return chosen;
  return Object.entries(chosen).find(([key]) => key === sub)?.[1];
}

function compareKeys(a: JsonValue | undefined, b: JsonValue | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareCodePoints(foldCase(String(a)), foldCase(String(b)));
}

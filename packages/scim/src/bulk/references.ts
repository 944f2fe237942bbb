import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";

const PREFIX = "bulkId:";
const EMBEDDED = /bulkId:([A-Za-z0-9._~-]+)/g;

/** The bulkIds that a value refers to. RFC 7644 §3.7.2. */
export function referencesIn(value: JsonValue | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  collect(value, found);
  return found;
}

function collect(value: JsonValue | undefined, found: Set<string>): void {
  if (typeof value === "string") for (const id of idsIn(value)) found.add(id);
  else if (isJsonArray(value)) for (const element of value) collect(element, found);
  else if (isJsonObject(value)) for (const member of Object.values(value)) collect(member, found);
}

/** Text that is a reference as a whole, or an address or path filter that has references in it. */
function idsIn(text: string): readonly string[] {
  if (!text.includes(PREFIX)) return [];
  if (text.startsWith(PREFIX)) return [text.slice(PREFIX.length)];
  return [...text.matchAll(EMBEDDED)].map(([, id = ""]) => id);
}

/** Replaces every reference that is resolved with the permanent id. */
export function resolveReferences(value: JsonValue, ids: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === "string") return resolveText(value, ids);
  if (isJsonArray(value)) return value.map((element) => resolveReferences(element, ids));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, resolveReferences(member, ids)]),
  );
}

/** Replaces the references in a text: a path, the path of a PATCH operation, a value. */
export function resolveText(text: string, ids: ReadonlyMap<string, string>): string {
  if (!text.includes(PREFIX)) return text;
  if (text.startsWith(PREFIX)) return ids.get(text.slice(PREFIX.length)) ?? text;
  return text.replace(EMBEDDED, (whole, id: string) => ids.get(id) ?? whole);
}

/** Leaves out what refers to resources that cannot be there yet: elements and attributes whose `value` names one. */
export function withoutReferences(value: JsonValue, pending: ReadonlySet<string>): JsonValue {
  if (isJsonArray(value)) {
    return value
      .filter((element) => !refersTo(element, pending))
      .map((element) => withoutReferences(element, pending));
  }
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => !refersTo(member, pending));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutReferences(member, pending)]));
}

function refersTo(value: JsonValue, pending: ReadonlySet<string>): boolean {
  const text = isJsonObject(value) ? value.value : value;
  return typeof text === "string" && text.startsWith(PREFIX) && pending.has(text.slice(PREFIX.length));
}

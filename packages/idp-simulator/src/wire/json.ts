import type { JsonValue } from "@rollcall/scim";

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): JsonValue | undefined {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What stands at a path of keys and indices; undefined when the path leaves the document.
 * @example at(reply.json, "Resources", 0, "emails", 0, "value")
 */
export function at(
  json: JsonValue | undefined,
  ...path: readonly (string | number)[]
): JsonValue | undefined {
  let here = json;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    if (isList(here)) here = typeof step === "number" ? here[step] : undefined;
    else here = Object.hasOwn(here, step) ? here[step] : undefined;
  }
  return here;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The string at a path; undefined when there is something else or nothing. */
export function textAt(
  json: JsonValue | undefined,
  ...path: readonly (string | number)[]
): string | undefined {
  const value = at(json, ...path);
  return typeof value === "string" ? value : undefined;
}

/** The number at a path; undefined when there is something else or nothing. */
export function numberAt(
  json: JsonValue | undefined,
  ...path: readonly (string | number)[]
): number | undefined {
  const value = at(json, ...path);
  return typeof value === "number" ? value : undefined;
}

/** The array at a path; empty when there is something else or nothing. */
export function listAt(
  json: JsonValue | undefined,
  ...path: readonly (string | number)[]
): readonly JsonValue[] {
  const value = at(json, ...path);
  return isList(value) ? value : [];
}

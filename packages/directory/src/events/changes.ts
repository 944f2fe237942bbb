import { isJsonObject, type JsonObject, type JsonValue, jsonEqual } from "@rollcall/scim";
import type { Change } from "./provisioning-event.ts";

/** What differs between two states of a resource, complex attributes one level deep: `name.givenName`. */
export function changesBetween(before: JsonObject, after: JsonObject): readonly Change[] {
  return names(before, after).flatMap((attribute) => {
    const [from, to] = [before[attribute], after[attribute]];
    if (jsonEqual(from, to)) return [];
    if (isJsonObject(from ?? {}) && isJsonObject(to ?? {})) return subChanges(attribute, from, to);
    return [{ attribute, before: from ?? null, after: to ?? null }];
  });
}

function subChanges(attribute: string, from: JsonValue | undefined, to: JsonValue | undefined): Change[] {
  const [before, after] = [isJsonObject(from) ? from : {}, isJsonObject(to) ? to : {}];
  return names(before, after)
    .filter((sub) => !jsonEqual(before[sub], after[sub]))
    .map((sub) => ({
      attribute: attribute.startsWith("urn:") ? `${attribute}:${sub}` : `${attribute}.${sub}`,
      before: before[sub] ?? null,
      after: after[sub] ?? null,
    }));
}

function names(before: JsonObject, after: JsonObject): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

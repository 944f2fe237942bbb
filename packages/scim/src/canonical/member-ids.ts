import { bareMember } from "../dialects/bare-member.ts";
import type { Deviations } from "../dialects/dialect.ts";
import { singleAsArrayItem } from "../dialects/single-as-array-item.ts";
import { invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { describe } from "./scalar.ts";

const MAX_ID = 512;

/**
 * Reads the members that a group body or a PATCH names.
 * @returns their ids, each once, in the order of the body
 * @throws Refused `invalidValue` when an entry names no id. RFC 7643 §4.2.
 */
export function readMemberIds(value: JsonValue, place: string, deviations: Deviations): readonly string[] {
  if (value === null || value === "") return [];
  if (!isJsonArray(value)) deviations.note(singleAsArrayItem, "members");
  const entries = isJsonArray(value) ? value : [value];
  const ids = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const id = readMemberId(entry, `${place}[${index}]`, deviations);
    if (id !== undefined) ids.add(id);
  }
  return [...ids];
}

function readMemberId(entry: JsonValue, place: string, deviations: Deviations): string | undefined {
  if (entry === null) return undefined;
  if (typeof entry === "string") deviations.note(bareMember);
  else if (!isJsonObject(entry)) {
    throw new Refused(invalidValue(`"${place}" must be an object with "value", not ${describe(entry)}.`));
  }
  const id =
    typeof entry === "string" ? entry : (textOf(entry, "value") ?? lastSegment(textOf(entry, "$ref")));
  if (id === undefined || id === "" || id.length > MAX_ID) {
    throw new Refused(invalidValue(`"${place}.value" must be the id of a member.`));
  }
  return id;
}

function textOf(entry: JsonObject, name: string): string | undefined {
  const exact = entry[name];
  if (typeof exact === "string") return exact;
  const key = Object.keys(entry).find((candidate) => candidate.toLowerCase() === name);
  const value = key === undefined ? undefined : entry[key];
  return typeof value === "string" ? value : undefined;
}

function lastSegment(address: string | undefined): string | undefined {
  return address?.split("/").at(-1);
}

import type { Deviations } from "../dialects/dialect.ts";
import { groupsAsText } from "../dialects/groups-as-text.ts";
import { groupsInUser } from "../dialects/groups-in-user.ts";
import { invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import type { GroupsEntry } from "../ports.ts";
import { describe } from "./scalar.ts";

const MAX_ENTRIES = 1000;
const MAX_NAME = 512;

/**
 * Reads the `groups` of a user body. The RFC has it readOnly; what its entries mean is for the directory to say.
 * @returns one entry per group; none for null, "" and []
 * @throws Refused `invalidValue` when an entry is neither text nor an object
 */
export function readGroupsEntries(value: JsonValue, deviations: Deviations): readonly GroupsEntry[] {
  deviations.note(groupsInUser, undefined, null);
  const entries = listOf(value, deviations)
    .map(readEntry)
    .filter((entry) => entry !== undefined);
  if (entries.length > MAX_ENTRIES) {
    throw new Refused(invalidValue(`"groups" has more than ${MAX_ENTRIES} entries.`));
  }
  return entries;
}

function listOf(value: JsonValue, deviations: Deviations): readonly JsonValue[] {
  if (value === null) return [];
  if (isJsonArray(value)) return value;
  if (typeof value !== "string") return [value];
  deviations.note(groupsAsText);
  return value.split(";", MAX_ENTRIES + 1);
}

function readEntry(entry: JsonValue): GroupsEntry | undefined {
  if (typeof entry === "string") return nonEmpty({ value: entry });
  if (entry === null) return undefined;
  if (!isJsonObject(entry)) throw new Refused(invalidValue(`An entry of "groups" is ${describe(entry)}.`));
  const { value, display } = entry;
  return nonEmpty({
    ...(typeof value === "string" && { value }),
    ...(typeof display === "string" && { display }),
  });
}

function nonEmpty(entry: GroupsEntry): GroupsEntry | undefined {
  const value = entry.value?.trim() ?? "";
  const display = entry.display?.trim() ?? "";
  if (value.length > MAX_NAME || display.length > MAX_NAME) {
    throw new Refused(invalidValue(`An entry of "groups" is longer than ${MAX_NAME} characters.`));
  }
  if (value === "" && display === "") return undefined;
  return { ...(value !== "" && { value }), ...(display !== "" && { display }) };
}

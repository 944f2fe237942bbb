import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import { referencesIn } from "./references.ts";
import type { BulkOperation } from "./request.ts";

/**
 * Cuts the operations of a bulk request into runs: those of one run do not touch one another, so their order makes no
 * difference. A run of several is the creation of different people, none of whom refers to another resource of the
 * request: the first load of a directory. Everything else is a run of its own.
 *
 * @returns the indexes of the operations, run by run, in the order of the request
 * @see RFC 7644 §3.7
 */
export function independentRuns(operations: readonly BulkOperation[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let people: Set<string> | undefined;
  for (const [index, operation] of operations.entries()) {
    const names = namesOfNewPerson(operation);
    if (names === undefined || people === undefined || names.some((name) => people?.has(name))) {
      runs.push([]);
      people = names && new Set();
    }
    for (const name of names ?? []) people?.add(name);
    runs.at(-1)?.push(index);
  }
  return runs;
}

/**
 * All by which the person of a creation that stands by itself may be known: the texts under userName and emails, whatever
 * their shape. Undefined for anything else, a person with `groups` included, who may make a team.
 */
function namesOfNewPerson({ method, path, data }: BulkOperation): readonly string[] | undefined {
  if (method !== "POST" || path !== "/Users" || !isJsonObject(data) || referencesIn(data).size > 0)
    return undefined;
  const members = new Map(Object.entries(data).map(([name, value]) => [name.toLowerCase(), value]));
  if (members.has("groups")) return undefined;
  return [members.get("username"), members.get("emails")].flatMap(textsIn);
}

/** Every text in a value, in a form that differs only where the directory sees two names too. */
function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === "string") return [value.trim().normalize("NFKC").toUpperCase().toLowerCase()];
  if (isJsonArray(value)) return value.flatMap(textsIn);
  if (isJsonObject(value))
    return textsIn(Object.entries(value).find(([name]) => name.toLowerCase() === "value")?.[1]);
  return [];
}

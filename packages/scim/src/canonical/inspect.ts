import { invalidSyntax, invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";

/** How deep the values of a body may nest. No SCIM message comes near. */
export const MAX_DEPTH = 32;

/** How many members an object of a body may have. */
export const MAX_MEMBERS = 1000;

const SUSPECT = /[\0\ud800-\udfff]/;
const UNPAIRED = /\p{Surrogate}/u;

/**
 * Refuses a body that nothing downstream could keep: text with NUL or half a surrogate pair, a member called
 * `__proto__`, nesting without end. The detail names the place.
 * @throws Refused `invalidValue` or `invalidSyntax`
 */
export function inspectJson(value: JsonValue, place = "", depth = 0): void {
  if (typeof value === "string") inspectText(value, place);
  if (depth > MAX_DEPTH) {
    throw new Refused(invalidSyntax(`The body nests values deeper than ${MAX_DEPTH} at ${shown(place)}.`));
  }
  if (isJsonArray(value)) {
    for (const [index, element] of value.entries()) {
      if (typeof element !== "object" && typeof element !== "string") continue;
      inspectJson(element, `${place}[${index}]`, depth + 1);
    }
  } else if (isJsonObject(value)) {
    const keys = Object.keys(value);
    if (keys.length > MAX_MEMBERS) {
      throw new Refused(invalidSyntax(`${shown(place)} has more than ${MAX_MEMBERS} attributes.`));
    }
    for (const key of keys) {
      inspectKey(key, place);
      const member = value[key];
      if (typeof member === "string") inspectText(member, place, key);
      else if (typeof member === "object" && member !== null)
        inspectJson(member, joined(place, key), depth + 1);
    }
  }
}

function inspectText(text: string, place: string, key?: string): void {
  if (!SUSPECT.test(text)) return;
  const where = shown(key === undefined ? place : joined(place, key));
  if (text.includes("\0")) {
    throw new Refused(invalidValue(`${where} holds a NUL character, which no text can hold.`));
  }
  if (UNPAIRED.test(text)) {
    throw new Refused(invalidValue(`${where} holds half of a surrogate pair, which no text can hold.`));
  }
}

function inspectKey(key: string, place: string): void {
  if (key === "__proto__") {
    throw new Refused(invalidSyntax(`${shown(joined(place, key))} is not the name of an attribute.`));
  }
  if (SUSPECT.test(key)) inspectText(key, joined(place, JSON.stringify(key)));
}

function joined(place: string, key: string): string {
  return place === "" ? key : `${place}.${key}`;
}

function shown(place: string): string {
  return place === "" ? "The body" : `"${place}"`;
}

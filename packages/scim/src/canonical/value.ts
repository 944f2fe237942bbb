import { arrayForSingle } from "../dialects/array-for-single.ts";
import { bareComplex } from "../dialects/bare-complex.ts";
import { blankAsUnassigned } from "../dialects/blank-as-unassigned.ts";
import { FORMER_NAMES, managerId } from "../dialects/manager-id.ts";
import { invalidSyntax, invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import type { Attribute } from "../schema/attribute.ts";
import { elementNames } from "../schema/names.ts";
import { readElements } from "./elements.ts";
import type { Reading } from "./reading.ts";
import { describe, readScalar } from "./scalar.ts";

/**
 * Gives an attribute's value in canonical form: the schema's type and spelling, readOnly parts dropped, multi-valued
 * attributes without duplicates.
 * @returns undefined when the value is unassigned: null, blank, an empty array (RFC 7643 §2.5)
 * @throws Refused `invalidValue` or `invalidSyntax` that names the place
 */
export function readValue(
  attribute: Attribute,
  value: JsonValue,
  place: string,
  reading: Reading,
): JsonValue | undefined {
  if (isUnassigned(value, place, reading)) return undefined;
  if (attribute.multiValued) return readElements(attribute, value, place, reading);
  return readSingle(attribute, unwrapSingle(value, place, reading), place, reading);
}

/** Reads one value: that of a singular attribute, or one element of a multi-valued one. */
export function readSingle(
  attribute: Attribute,
  value: JsonValue,
  place: string,
  reading: Reading,
): JsonValue | undefined {
  if (isUnassigned(value, place, reading)) return undefined;
  if (attribute.type !== "complex") return readScalar(attribute, value, place, reading);
  if (isJsonObject(value)) return readComplex(attribute, value, place, reading);
  if (typeof value !== "string" || !elementNames(attribute).has("value")) {
    throw new Refused(invalidValue(`"${place}" must be an object, not ${describe(value)}.`));
  }
  if (!attribute.multiValued) reading.deviations.note(bareComplex, attribute.name);
  return readComplex(attribute, { value }, place, reading);
}

function readComplex(
  attribute: Attribute,
  value: JsonObject,
  place: string,
  reading: Reading,
): JsonObject | undefined {
  const names = elementNames(attribute);
  const read: Record<string, JsonValue> = {};
  for (const key of Object.keys(value)) {
    const raw = value[key];
    if (raw === undefined) continue;
    const sub =
      names.get(key)?.attribute ??
      names.get(key.toLowerCase())?.attribute ??
      formerName(attribute, key, reading);
    const subPlace = `${place}.${sub?.name ?? key}`;
    if (!sub) {
      reading.deviations.unknownAttribute(subPlace.replace(/\[\d+\]/g, ""));
      continue;
    }
    if (sub.mutability === "readOnly") continue;
    if (Object.hasOwn(read, sub.name))
      throw new Refused(invalidSyntax(`"${subPlace}" stands twice in the body.`));
    const inner = readValue(sub, raw, subPlace, reading);
    if (inner !== undefined) read[sub.name] = inner;
    else if (reading.keepNull) read[sub.name] = null;
  }
  return Object.keys(read).length === 0 ? undefined : read;
}

function formerName(attribute: Attribute, key: string, reading: Reading): Attribute | undefined {
  const name = FORMER_NAMES[attribute.name]?.[key.toLowerCase()];
  if (name === undefined) return undefined;
  reading.deviations.note(managerId);
  return elementNames(attribute).get(name)?.attribute;
}

function unwrapSingle(value: JsonValue, place: string, reading: Reading): JsonValue {
  if (!isJsonArray(value)) return value;
  const [only] = value;
  if (value.length !== 1 || only === undefined) {
    throw new Refused(invalidValue(`"${place}" has one value only, not ${value.length}.`));
  }
  reading.deviations.note(arrayForSingle, place);
  return only;
}

function isUnassigned(value: JsonValue, place: string, reading: Reading): boolean {
  if (value === null) return true;
  if (typeof value !== "string") return isJsonArray(value) && value.length === 0;
  if (value !== "" && value.trim() !== "") return false;
  reading.deviations.note(blankAsUnassigned, place.replace(/\[\d+\]/g, ""));
  return true;
}

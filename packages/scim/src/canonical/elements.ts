import { bareElement } from "../dialects/bare-element.ts";
import { singleAsArrayItem } from "../dialects/single-as-array-item.ts";
import { invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonEqual } from "../json.ts";
import type { Attribute } from "../schema/attribute.ts";
import type { Reading } from "./reading.ts";
import { readSingle } from "./value.ts";

/** The most values that one attribute of a user may have. */
export const MAX_VALUES = 100;

/**
 * Reads the elements of a multi-valued attribute: the same (type, value) once, `primary` true at most once.
 * @returns undefined when no element has a value
 * @throws Refused `invalidValue`. RFC 7643 §2.4.
 */
export function readElements(
  attribute: Attribute,
  value: JsonValue,
  place: string,
  reading: Reading,
): JsonValue | undefined {
  const raw = asArray(attribute, value, reading);
  if (raw.length > MAX_VALUES) {
    throw new Refused(
      invalidValue(`"${place}" has ${raw.length} values; at most ${MAX_VALUES} are accepted.`),
    );
  }
  let merged: readonly JsonValue[] = [];
  for (const [index, element] of raw.entries()) {
    if (typeof element === "string") reading.deviations.note(bareElement, attribute.name);
    const read = readSingle(attribute, element, `${place}[${index}]`, reading);
    if (read !== undefined && !isHollow(read)) merged = mergeElement(merged, read);
  }
  assertOnePrimary(attribute, merged);
  return merged.length === 0 ? undefined : merged;
}

/** Adds an element, or merges it into the one with the same type and value. */
export function mergeElement(elements: readonly JsonValue[], added: JsonValue): readonly JsonValue[] {
  const at = elements.findIndex((element) => isSameElement(element, added));
  const present = elements[at];
  if (present === undefined) return [...elements, added];
  if (!isJsonObject(present) || !isJsonObject(added)) return elements;
  return elements.with(at, { ...present, ...added });
}

/** Whether an element says nothing but what it would be used for. */
export function isHollow(element: JsonValue): boolean {
  if (!isJsonObject(element)) return false;
  return Object.keys(element).every((key) => key === "type" || key === "primary" || element[key] === null);
}

/** @throws Refused `invalidValue` when more than one element is primary. RFC 7643 §2.4. */
export function assertOnePrimary(attribute: Attribute, elements: readonly JsonValue[]): void {
  if (elements.filter(isPrimary).length < 2) return;
  throw new Refused(invalidValue(`"${attribute.name}" has more than one primary value; only one can be.`));
}

/** Whether an element is marked as the preferred one. */
export function isPrimary(element: JsonValue): boolean {
  return isJsonObject(element) && element.primary === true;
}

function isSameElement(a: JsonValue, b: JsonValue): boolean {
  if (!isJsonObject(a) || !isJsonObject(b)) return jsonEqual(a, b);
  if (a.value === undefined || b.value === undefined) return jsonEqual(withoutPrimary(a), withoutPrimary(b));
  return a.value === b.value && typeOf(a) === typeOf(b);
}

function typeOf(element: JsonObject): JsonValue | undefined {
  return typeof element.type === "string" ? element.type.toLowerCase() : undefined;
}

function withoutPrimary(element: JsonObject): JsonObject {
  const { primary: _, ...rest } = element;
  return rest;
}

function asArray(attribute: Attribute, value: JsonValue, reading: Reading): readonly JsonValue[] {
  if (isJsonArray(value)) return value;
  reading.deviations.note(singleAsArrayItem, attribute.name);
  return [value];
}

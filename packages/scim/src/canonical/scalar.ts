import { readBooleanText, stringBoolean } from "../dialects/string-boolean.ts";
import { invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { JsonValue } from "../json.ts";
import type { Attribute } from "../schema/attribute.ts";
import type { Reading } from "./reading.ts";

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/**
 * Gives a simple attribute's value in the schema's type. The value is assigned: neither null nor blank.
 * @throws Refused `invalidValue` that names the place. RFC 7643 §2.3.
 */
export function readScalar(
  attribute: Attribute,
  value: JsonValue,
  place: string,
  reading: Reading,
): JsonValue {
  switch (attribute.type) {
    case "boolean":
      return readBoolean(value, place, reading);
    case "integer":
    case "decimal":
      if (typeof value === "number" && (attribute.type === "decimal" || Number.isInteger(value)))
        return value;
      return refuse(place, attribute.type === "integer" ? "a whole number" : "a number", value);
    case "binary":
      return readBinary(attribute, value, place);
    default:
      return readText(attribute, value, place);
  }
}

function readText(attribute: Attribute, value: JsonValue, place: string): string {
  if (typeof value !== "string") return refuse(place, "text", value);
  if (value.length > attribute.maxLength) {
    const detail = `"${place}" has ${value.length} characters; at most ${attribute.maxLength} are accepted.`;
    throw new Refused(invalidValue(detail));
  }
  return value;
}

function readBinary(attribute: Attribute, value: JsonValue, place: string): string {
  const text = readText(attribute, value, place);
  if (!BASE64.test(text.replace(/\s+/g, ""))) return refuse(place, "base64", value);
  return text;
}

function readBoolean(value: JsonValue, place: string, reading: Reading): boolean {
  if (typeof value === "boolean") return value;
  const read = typeof value === "string" ? readBooleanText(value) : undefined;
  if (read === undefined) return refuse(place, "true or false", value);
  reading.deviations.note(stringBoolean, place);
  return read;
}

function refuse(place: string, wanted: string, value: JsonValue): never {
  throw new Refused(invalidValue(`"${place}" must be ${wanted}, not ${describe(value)}.`));
}

/** Names a value's kind for a refusal, without repeating the value. */
export function describe(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "this text" : `a ${typeof value}`;
}

import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import type { AttributeRef, CompareOperator, CompareValue, Filter } from "./ast.ts";

/**
 * Whether a resource, in canonical JSON, satisfies a filter. This is the meaning that every other evaluation of the
 * tree has to agree with:
 * - an attribute with several values satisfies a comparison if any of its values does;
 * - an attribute without a value satisfies `ne` with a value and `eq null`, and nothing else;
 * - strings compare by code points, lower-cased unless the attribute is caseExact, user names in NFC besides; dates by
 *   time.
 * @see RFC 7644 §3.4.2.2
 */
export function matches(filter: Filter, resource: JsonObject): boolean {
  switch (filter.kind) {
    case "and":
      return filter.terms.every((term) => matches(term, resource));
    case "or":
      return filter.terms.some((term) => matches(term, resource));
    case "not":
      return !matches(filter.term, resource);
    case "present":
      return valuesOf(resource, filter.attribute).length > 0;
    case "element":
      return valuesOf(resource, filter.attribute).some(
        (element) => isJsonObject(element) && matches(filter.filter, element),
      );
    default:
      return compareAny(valuesOf(resource, filter.attribute), filter);
  }
}

/** The form in which text that is not caseExact is compared: lower case. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

/**
 * The form in which user names are compared: NFC and lower case. The final sigma is an ordinary one: it is the only
 * letter whose lower case depends on what stands beside it.
 * @see RFC 7644 §5, RFC 8265 §3.3
 */
export function foldUserName(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ς", "σ").normalize("NFC");
}

function compareAny(
  values: readonly JsonValue[],
  filter: {
    readonly attribute: AttributeRef;
    readonly operator: CompareOperator;
    readonly value: CompareValue;
  },
): boolean {
  const { operator, value } = filter;
  if (value === null) return operator === "eq" ? values.length === 0 : values.length > 0;
  if (values.length === 0) return operator === "ne";
  const target = filter.attribute.sub ?? filter.attribute;
  return values.some((present) => compareOne(present, operator, value, target));
}

function compareOne(
  present: JsonValue,
  operator: CompareOperator,
  value: string | number | boolean,
  target: Target,
): boolean {
  if (typeof present === "string" && typeof value === "string") {
    if (target.type === "dateTime") return ordered(operator, Date.parse(present) - Date.parse(value));
    return compareText(fold(present, target), operator, fold(value, target));
  }
  if (typeof present === "number" && typeof value === "number") return ordered(operator, present - value);
  return operator === "ne" ? present !== value : operator === "eq" && present === value;
}

interface Target {
  readonly name: string;
  readonly type: string;
  readonly caseExact: boolean;
}

function fold(text: string, target: Target): string {
  if (target.caseExact) return text;
  return target.name === "userName" ? foldUserName(text) : foldCase(text);
}

function compareText(left: string, operator: CompareOperator, right: string): boolean {
  switch (operator) {
    case "co":
      return left.includes(right);
    case "sw":
      return left.startsWith(right);
    case "ew":
      return left.endsWith(right);
    default:
      return ordered(operator, compareCodePoints(left, right));
  }
}

function ordered(operator: CompareOperator, difference: number): boolean {
  switch (operator) {
    case "eq":
      return difference === 0;
    case "ne":
      return difference !== 0;
    case "gt":
      return difference > 0;
    case "ge":
      return difference >= 0;
    case "lt":
      return difference < 0;
    case "le":
      return difference <= 0;
    default:
      return false;
  }
}

/** Orders text by code points: the order of UTF-8 bytes, which UTF-16 code units do not have beyond the BMP. */
export function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = weight(left.charCodeAt(index)) - weight(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit;
}

/** The assigned values of an attribute: null, "", [] and {} are none (RFC 7643 §2.5). */
function valuesOf(resource: JsonObject, attribute: AttributeRef): JsonValue[] {
  if (attribute.resourceType !== undefined && attribute.resourceType !== typeOf(resource)) return [];
  const owner = attribute.extension === undefined ? resource : own(resource, attribute.extension);
  const whole = elements(isJsonObject(owner) ? own(owner, attribute.name) : undefined);
  const { sub } = attribute;
  if (!sub) return whole;
  return whole.flatMap((element) => (isJsonObject(element) ? elements(own(element, sub.name)) : []));
}

function typeOf({ meta }: JsonObject): JsonValue | undefined {
  return isJsonObject(meta) ? meta.resourceType : undefined;
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function elements(value: JsonValue | undefined): JsonValue[] {
  return (isJsonArray(value) ? value : [value]).filter(isAssigned);
}

function isAssigned(value: JsonValue | undefined): value is JsonValue {
  if (value === undefined || value === null || value === "") return false;
  if (isJsonArray(value)) return value.some(isAssigned);
  return isJsonObject(value) ? Object.values(value).some(isAssigned) : true;
}

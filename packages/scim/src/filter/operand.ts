import type { Deviations } from "../dialects/dialect.ts";
import { readBooleanText, stringBoolean } from "../dialects/string-boolean.ts";
import { unquotedValue } from "../dialects/unquoted-value.ts";
import { invalidFilter } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { AttributeType, CompareOperator, CompareValue } from "./ast.ts";
import type { Literal } from "./lexer.ts";

const TEXT_OPERATORS: ReadonlySet<CompareOperator> = new Set(["co", "sw", "ew"]);
const ORDER_OPERATORS: ReadonlySet<CompareOperator> = new Set(["gt", "ge", "lt", "le"]);
const DATE_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Gives the value that an attribute is compared with, in the attribute's own type, or refuses a comparison that the
 * type does not have. Dates come out as ISO 8601 in UTC with milliseconds.
 * @throws Refused `invalidFilter`. RFC 7644 §3.4.2.2, Table 3.
 */
export function readOperand(
  attribute: { readonly name: string; readonly type: AttributeType },
  operator: CompareOperator,
  literal: Literal,
  deviations: Deviations,
): CompareValue {
  if (literal.kind === "null") {
    if (operator === "eq" || operator === "ne") return null;
    return refuse(`"${operator}" cannot compare "${attribute.name}" with null`);
  }
  switch (attribute.type) {
    case "boolean":
      return booleanOperand(attribute.name, operator, literal, deviations);
    case "integer":
    case "decimal":
      if (literal.kind === "number" && !TEXT_OPERATORS.has(operator)) return literal.value;
      return refuse(`"${attribute.name}" is a number`);
    case "dateTime":
      return dateOperand(attribute.name, operator, textOf(literal, deviations));
    case "binary":
      if (ORDER_OPERATORS.has(operator)) return refuse(`"${attribute.name}" is binary and has no order`);
      return textOf(literal, deviations);
    case "complex":
      return refuse(`"${attribute.name}" is complex: name one of its sub-attributes`);
    default:
      return textOf(literal, deviations);
  }
}

function booleanOperand(
  name: string,
  operator: CompareOperator,
  literal: Literal,
  deviations: Deviations,
): boolean {
  if (operator !== "eq" && operator !== "ne")
    return refuse(`"${name}" is a boolean: only eq and ne compare it`);
  if (literal.kind === "boolean") return literal.value;
  const read =
    literal.kind === "string" || literal.kind === "bare" ? readBooleanText(literal.value) : undefined;
  if (read === undefined) return refuse(`"${name}" is a boolean: compare it with true or false`);
  deviations.note(stringBoolean, name);
  return read;
}

function dateOperand(name: string, operator: CompareOperator, text: string): string {
  if (TEXT_OPERATORS.has(operator)) return refuse(`"${name}" is a date: "${operator}" does not compare it`);
  const parts = DATE_TIME.exec(text);
  const zoned = parts && text.length > 10 && parts[1] === undefined ? `${text}Z` : text;
  const time = parts ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(time))
    return refuse(`"${name}" is a date: compare it with one like "2026-01-31T12:00:00Z"`);
  return new Date(time).toISOString();
}

function textOf(literal: Exclude<Literal, { kind: "null" }>, deviations: Deviations): string {
  if (literal.kind === "string") return literal.value;
  const text = literal.kind === "number" ? literal.text : String(literal.value);
  deviations.note(unquotedValue, text);
  return text;
}

function refuse(problem: string): never {
  throw new Refused(invalidFilter(`The filter cannot be answered: ${problem}.`));
}

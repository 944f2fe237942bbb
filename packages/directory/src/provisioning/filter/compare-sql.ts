import type { CompareOperator, CompareValue } from "@rollcall/scim";
import { matchKey } from "../../policies/match-key.ts";
import type { Parameters } from "../../sql/parameters.ts";
import { isId } from "../ids.ts";
import type { Operand } from "./operand.ts";

const SQL_OPERATOR = { eq: "=", ne: "<>", gt: ">", ge: ">=", lt: "<", le: "<=" } as const;

/**
 * A comparison as SQL, null where the operand is. An unassigned value satisfies `eq null`, and `ne` with any value; see
 * `unassignedMatches`. RFC 7644 §3.4.2.2.
 */
export function compareSql(
  operand: Operand,
  operator: CompareOperator,
  value: CompareValue,
  parameters: Parameters,
): string {
  if (value === null) return `${operand.sql} IS ${operator === "eq" ? "NULL" : "NOT NULL"}`;
  switch (operand.kind) {
    case "text":
      return typeof value === "string" ? textSql(operand, operator, value, parameters) : differs(operator);
    case "id":
      return typeof value === "string" ? idSql(operand, operator, value, parameters) : differs(operator);
    case "number":
      return typeof value === "number"
        ? plainSql(operand, operator, `${parameters.add(value)}::numeric`)
        : differs(operator);
    case "boolean":
      return typeof value === "boolean"
        ? plainSql(operand, operator, `${parameters.add(value)}::boolean`)
        : differs(operator);
    default:
      return typeof value === "string"
        ? plainSql(operand, operator, `${parameters.add(value)}::timestamptz`)
        : differs(operator);
  }
}

/** Whether an attribute without a value satisfies the comparison. */
export function unassignedMatches(operator: CompareOperator, value: CompareValue): boolean {
  return value === null ? operator === "eq" : operator === "ne";
}

/** A value of another type is not equal, and neither before nor after. */
function differs(operator: CompareOperator): string {
  return operator === "ne" ? "true" : "false";
}

function plainSql(operand: Operand, operator: CompareOperator, right: string): string {
  if (operator === "co" || operator === "sw" || operator === "ew") return "false";
  return `${operand.sql} ${SQL_OPERATOR[operator]} ${right}`;
}

/** Ids are stored as uuid: what is no id equals none, and the other operators look at its text. */
function idSql(operand: Operand, operator: CompareOperator, value: string, parameters: Parameters): string {
  if (operator === "eq" || operator === "ne") {
    return isId(value) ? plainSql(operand, operator, `${parameters.add(value)}::uuid`) : differs(operator);
  }
  return textSql({ ...operand, sql: `${operand.sql}::text` }, operator, value, parameters);
}

function textSql(operand: Operand, operator: CompareOperator, value: string, parameters: Parameters): string {
  // No stored text has a NUL. What stands for it is no character either, so it finds nothing.
  const text = value.replaceAll("\0", "\uffff");
  const left = operand.caseExact || operand.folded ? operand.sql : `lower(${operand.sql})`;
  const parameter = `${parameters.add(operand.folded ? matchKey(text) : text)}::text`;
  const right = operand.caseExact || operand.folded ? parameter : `lower(${parameter})`;
  switch (operator) {
    case "eq":
    case "ne":
      return `${left} ${SQL_OPERATOR[operator]} ${right}`;
    case "co":
      return `position(${right} in ${left}) > 0`;
    case "sw":
      return `starts_with(${left}, ${right})`;
    case "ew":
      return `right(${left}, length(${right})) = ${right}`;
    default:
      // By code points, whatever collation the database has.
      return `${left} COLLATE "C" ${SQL_OPERATOR[operator]} ${right}`;
  }
}

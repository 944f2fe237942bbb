import type { AttributeRef, Filter } from "@rollcall/scim";
import { one, type Scope } from "./common-source.ts";
import { compareSql, unassignedMatches } from "./compare-sql.ts";
import type { Operand, PartRef, Source } from "./operand.ts";

/** Finds an attribute of the resource type at hand. */
export type Resolve = (ref: AttributeRef, scope: Scope) => Source;

type Compare = Extract<Filter, { kind: "compare" }>;

/**
 * A filter as one SQL condition over the scope's row, true exactly where the filter matches; elsewhere false or null.
 * Every value is a parameter. An attribute without a value satisfies `ne` with a value, `eq null`, and nothing else;
 * one with several satisfies a comparison if any of them does. `not` is the complement: whatever does not match.
 *
 * @see RFC 7644 §3.4.2.2
 */
export function filterSql(filter: Filter, resolve: Resolve, scope: Scope): string {
  const inner = (term: Filter): string => filterSql(term, resolve, scope);
  switch (filter.kind) {
    case "and":
      return `(${filter.terms.map(inner).join(" AND ")})`;
    case "or":
      return `(${filter.terms.map(inner).join(" OR ")})`;
    case "not":
      return `NOT COALESCE(${inner(filter.term)}, false)`;
    case "present":
      return presentSql(resolve(filter.attribute, scope), filter.attribute.sub);
    case "compare":
      return comparisonSql(resolve(filter.attribute, scope), filter, scope);
    default:
      return elementSql(resolve(filter.attribute, scope), filter.filter, scope);
  }
}

/** A filter over one element: each attribute in it is the element's own sub-attribute. */
export function elementFilterSql(
  filter: Filter,
  operand: (sub: PartRef | undefined) => Operand,
  scope: Scope,
): string {
  // Made once: an operand may bring a parameter, and PostgreSQL refuses one that nothing refers to.
  const resolve = (ref: PartRef): Source => one(operand(ref));
  return filterSql(filter, resolve, scope);
}

function presentSql(source: Source, sub: PartRef | undefined): string {
  const { sql } = source.operand(sub);
  if (source.rows === undefined) return sub ? `${sql} IS NOT NULL` : source.assigned;
  return exists(source.rows, sub ? `${sql} IS NOT NULL` : "true");
}

function comparisonSql(source: Source, { attribute, operator, value }: Compare, scope: Scope): string {
  const operand = source.operand(attribute.sub);
  const assigned = `${operand.sql} IS NOT NULL`;
  const orUnassigned = unassignedMatches(operator, value);
  if (source.rows === undefined) {
    const compared = compareSql(operand, operator, value, scope.parameters);
    return orUnassigned && value !== null ? `(${operand.sql} IS NULL OR ${compared})` : compared;
  }
  if (value === null) return `${orUnassigned ? "NOT " : ""}${exists(source.rows, assigned)}`;
  const served =
    typeof value === "string" && operator === "eq" ? indexed(source, attribute.sub, value, scope) : undefined;
  if (served !== undefined) return served;
  const matching = exists(source.rows, compareSql(operand, operator, value, scope.parameters));
  return orUnassigned ? `(NOT ${exists(source.rows, assigned)} OR ${matching})` : matching;
}

function elementSql(source: Source, filter: Filter, scope: Scope): string {
  const condition = elementFilterSql(filter, (sub) => source.operand(sub), scope);
  if (source.rows === undefined) return `(${source.assigned} AND ${condition})`;
  const narrowed = equalTerms(filter).flatMap((term) =>
    typeof term.value === "string" ? (indexed(source, term.attribute, term.value, scope) ?? []) : [],
  );
  return `(${[...narrowed, exists(source.rows, condition)].join(" AND ")})`;
}

function indexed(source: Source, sub: PartRef | undefined, value: string, scope: Scope): string | undefined {
  return source.indexed?.(
    sub?.name ?? "value",
    (each) => scope.parameters.add(each),
    value.replaceAll("\0", "\uffff"),
  );
}

/** The equalities that a filter cannot match without. */
function equalTerms(filter: Filter): readonly Compare[] {
  if (filter.kind === "and") return filter.terms.flatMap(equalTerms);
  return filter.kind === "compare" && filter.operator === "eq" ? [filter] : [];
}

function exists(rows: string, condition: string): string {
  return `EXISTS (SELECT 1 FROM ${rows} AND (${condition}))`;
}

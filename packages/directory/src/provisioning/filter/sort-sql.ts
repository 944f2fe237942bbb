import type { Sort } from "@rollcall/scim";
import type { Scope } from "./common-source.ts";
import type { Resolve } from "./filter-sql.ts";
import type { Operand } from "./operand.ts";

/** The order of a list, always made total by the id, which also stands for the order of creation. */
export interface Order {
  /** The value sorted by, null where unassigned; absent when the id alone orders. */
  readonly key?: { readonly sql: string; readonly type: string };
  readonly descending: boolean;
}

const TYPES = {
  text: "text",
  id: "uuid",
  number: "numeric",
  boolean: "boolean",
  date: "timestamptz",
} as const;

/**
 * The order that a sort asks for. A multi-valued attribute sorts by its primary value, else its first.
 * RFC 7644 §3.4.2.3
 */
export function orderOf(sort: Sort | undefined, resolve: Resolve, scope: Scope): Order {
  if (sort === undefined) return { descending: false };
  const source = resolve(sort.attribute, scope);
  const value = sort.attribute.sub ?? (sort.attribute.type === "complex" ? VALUE : undefined);
  const operand = source.operand(value);
  const sql = sortable(operand);
  const one = source.rows
    ? `(SELECT ${sql} FROM ${source.rows} AND ${operand.sql} IS NOT NULL ORDER BY ${source.preferred ?? "1"} LIMIT 1)`
    : sql;
  return { key: { sql: one, type: TYPES[operand.kind] }, descending: sort.order === "descending" };
}

const VALUE = { name: "value", type: "string", caseExact: false } as const;

function sortable(operand: Operand): string {
  if (operand.kind !== "text") return operand.sql;
  return operand.caseExact || operand.folded ? operand.sql : `lower(${operand.sql})`;
}

/** ORDER BY: unassigned values last when ascending, first when descending. RFC 7644 §3.4.2.3 */
export function orderBySql(order: Order, id: string): string {
  if (order.key === undefined) return id;
  const direction = order.descending ? "DESC NULLS FIRST" : "ASC NULLS LAST";
  return `${keySql(order.key)} ${direction}, ${id}`;
}

/** The condition of being after a row in this order: where the next page of a cursor begins. */
export function afterSql(
  order: Order,
  id: string,
  after: { key: string | null; id: string },
  scope: Scope,
): string {
  const lastId = `${scope.parameters.add(after.id)}::uuid`;
  if (order.key === undefined) return `${id} > ${lastId}`;
  const key = keySql(order.key);
  if (after.key === null) {
    const same = `(${key} IS NULL AND ${id} > ${lastId})`;
    return order.descending ? `(${key} IS NOT NULL OR ${same})` : same;
  }
  const last = `${scope.parameters.add(after.key)}::${order.key.type}`;
  const beyond = order.descending ? `${key} < ${last}` : `(${key} > ${last} OR ${key} IS NULL)`;
  return `(${beyond} OR (${key} = ${last} AND ${id} > ${lastId}))`;
}

function keySql(key: { sql: string; type: string }): string {
  return key.type === "text" ? `${key.sql} COLLATE "C"` : key.sql;
}

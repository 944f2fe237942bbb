import type { Call, ListQuery } from "@rollcall/scim";
import { Parameters } from "../sql/parameters.ts";
import { CALLER, callerValues, TENANT } from "./caller.ts";
import { queryFingerprint, type ReadCursor, readCursor } from "./cursor.ts";
import type { Scope } from "./filter/common-source.ts";
import { filterSql, type Resolve } from "./filter/filter-sql.ts";
import { afterSql, type Order, orderBySql, orderOf } from "./filter/sort-sql.ts";
import { isId } from "./ids.ts";

/** What is listed: a table under an alias, the columns of its rows, and how its attributes are found. */
export interface Listing {
  readonly type: "User" | "Group" | "All";
  /** FROM item under the alias `row`; the filter is told to one that applies it itself. */
  readonly table: (scope: Scope, query: ListQuery) => string;
  readonly filtersItself?: boolean;
  readonly row: string;
  /** Which rows SCIM sees. */
  readonly visible: string;
  readonly columns: string;
  readonly resolve: Resolve;
  /** A lateral join to the rows of the page, for what is costly to make. */
  readonly join?: (parameters: Parameters) => string;
}

export interface ListStatement {
  readonly text: string;
  readonly values: unknown[];
  /** What a cursor is bound to, beside the tenant. */
  readonly fingerprint: () => string;
  /** The cursor that was presented; absent on the first page. */
  readonly cursor?: ReadCursor;
}

/** Makes aliases that no other part of the statement uses. */
export function scopeFor(row: string, parameters: Parameters, baseUrl: string): Scope {
  let made = 0;
  return { row, parameters, baseUrl, alias: () => `${row}_${++made}` };
}

/**
 * One statement that checks the caller, counts and reads a page. Counted is only where the page itself does not tell:
 * a page that is not full ends the list.
 *
 * @returns undefined when the cursor is none of ours
 */
export function listStatement(call: Call, query: ListQuery, listing: Listing): ListStatement | undefined {
  const parameters = new Parameters(callerValues(call.tenant, call.credential));
  const scope = scopeFor(listing.row, parameters, call.baseUrl);
  const table = listing.table(scope, query);
  const order = orderOf(query.sort, listing.resolve, scope);
  const visible = [`${listing.row}."tenantId" = ${TENANT}`, listing.visible];
  if (query.filter && !listing.filtersItself) visible.push(filterSql(query.filter, listing.resolve, scope));
  const page = pageOf(query, order, scope);
  if (page === undefined) return undefined;
  const matching = `FROM ${table} WHERE ${visible.join(" AND ")}`;
  const sortKey = order.key ? `(${order.key.sql})::text` : "NULL::text";
  const text = `
    WITH ${CALLER}, page AS MATERIALIZED (
      SELECT ${listing.columns}, ${sortKey} AS "sortKey" ${matching} ${page.after}
       ORDER BY ${orderBySql(order, `${listing.row}.id`)} LIMIT ${page.limit} ${page.offset})
    SELECT to_json(caller) AS caller, found.*, ${page.cursorKey} AS "cursorKey", ${page.total(matching)} AS total
      FROM caller LEFT JOIN (SELECT * FROM page ${listing.join?.(parameters) ?? ""}) found ON true`;
  const fingerprint = () =>
    queryFingerprint([listing.type, query.filterText, JSON.stringify(query.sort ?? null)]);
  return { text, values: parameters.values, fingerprint, ...(page.cursor && { cursor: page.cursor }) };
}

interface PageSql {
  readonly after: string;
  readonly limit: string;
  readonly offset: string;
  readonly cursorKey: string;
  readonly cursor?: ReadCursor;
  total(matching: string): string;
}

function pageOf(query: ListQuery, order: Order, scope: Scope): PageSql | undefined {
  const { parameters, row } = scope;
  if (query.page.kind === "index") {
    const limit = `${parameters.add(query.page.count)}::int`;
    const offset = `${parameters.add(query.page.startIndex - 1)}::int`;
    return {
      after: "",
      limit,
      offset: `OFFSET ${offset}`,
      cursorKey: "NULL::bytea",
      total: (matching) => totalSql(matching, limit, offset),
    };
  }
  const limit = `${parameters.add(query.page.count + 1)}::int`;
  const common = { limit, offset: "", cursorKey: CURSOR_KEY };
  if (query.page.cursor === "") {
    return { ...common, after: "", total: (matching) => totalSql(matching, limit, "0") };
  }
  const cursor = readCursor(query.page.cursor);
  if (cursor === undefined || !isId(cursor.position.id)) return undefined;
  const total = `${parameters.add(cursor.position.total)}::int`;
  const after = `AND ${afterSql(order, `${row}.id`, cursor.position, scope)}`;
  return { ...common, after, cursor, total: () => total };
}

const CURSOR_KEY = `(SELECT "cursorKey" FROM "Connection" WHERE "tenantId" = ${TENANT})`;

function totalSql(matching: string, limit: string, offset: string): string {
  const found = "(SELECT count(*)::int FROM page)";
  return `CASE WHEN ${found} < ${limit} AND (${found} > 0 OR ${offset} = 0) THEN ${offset} + ${found}
               ELSE (SELECT count(*)::int ${matching}) END`;
}

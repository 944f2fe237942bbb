import type { Queryable } from "@rollcall/db";
import { type Call, CURSOR_TIMEOUT, type ListQuery, type Outcome, type Result } from "@rollcall/scim";
import type { Caller, CallerRow } from "./caller.ts";
import { INVALID_CURSOR, proveCursor, writeCursor } from "./cursor.ts";
import { type Listing, type ListStatement, listStatement } from "./list-sql.ts";
import type { Provisioning } from "./provisioning.ts";
import { composedStatement } from "./statement.ts";

/** A page as read, or the answer that refuses it. */
export type Listed<Row> =
  | {
      readonly listed: true;
      readonly caller: Caller;
      readonly rows: readonly Row[];
      readonly totalResults: number;
      readonly nextCursor?: string;
    }
  | { readonly listed: false; readonly outcome: Outcome<never> };

interface ListRow {
  readonly caller: CallerRow;
  readonly id: string | null;
  readonly total: number;
  readonly sortKey: string | null;
  readonly cursorKey: Buffer | null;
}

/** Checks the caller and reads one page. RFC 7644 §3.4.2.4, RFC 9865 */
export async function listPage<Row extends object>(
  to: Provisioning,
  call: Call,
  query: ListQuery,
  listing: Listing,
): Promise<Listed<Row>> {
  const list = listStatement(call, query, listing);
  if (list === undefined) return { listed: false, outcome: await to.refuse(call, INVALID_CURSOR) };
  const rows = await run<Row>(to.db.pool, list);
  if (rows === undefined) return { listed: false, outcome: await to.refuse(call, INVALID_CURSOR) };
  const admission = await to.admit(call, rows[0]?.caller);
  if (!admission.admitted) return { listed: false, outcome: admission.outcome };
  const { caller } = admission;
  const total = rows[0]?.total ?? 0;
  const found = rows.filter((row) => row.id !== null);
  if (query.page.kind === "index") return { listed: true, caller, rows: found, totalResults: total };

  const cursorKey = rows[0]?.cursorKey ?? Buffer.alloc(0);
  const proven = prove(to, call, list, cursorKey);
  if (!proven.ok) return { listed: false, outcome: await to.reject(call, caller, proven.error) };
  const page = found.slice(0, query.page.count);
  const last = page.at(-1);
  const more = found.length > page.length && last?.id != null;
  const position = more && last?.id ? { key: last.sortKey, id: last.id, total } : undefined;
  const nextCursor = position && writeCursor(position, list.fingerprint(), cursorKey, call.receivedAt);
  return { listed: true, caller, rows: page, totalResults: total, ...(nextCursor && { nextCursor }) };
}

function prove(to: Provisioning, call: Call, list: ListStatement, cursorKey: Buffer): Result<unknown> {
  if (list.cursor === undefined) return { ok: true, value: undefined };
  const timeout = to.options.cursorTimeout ?? CURSOR_TIMEOUT;
  return proveCursor(list.cursor, list.fingerprint(), cursorKey, call.receivedAt, timeout);
}

/** @returns undefined when a forged cursor holds a sort key that PostgreSQL cannot read as the type it stands for */
async function run<Row>(to: Queryable, list: ListStatement): Promise<readonly (ListRow & Row)[] | undefined> {
  try {
    return (await to.query<ListRow & Row>(composedStatement(list.text, list.values))).rows;
  } catch (error) {
    if (list.cursor !== undefined && isDataException(error)) return undefined;
    throw error;
  }
}

/** SQLSTATE class 22. */
function isDataException(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("22")
  );
}

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Result, ScimError } from "@rollcall/scim";

/** Where a page ended: the last row's sort key and id, and the number of results counted on the first page. */
export interface Position {
  readonly key: string | null;
  readonly id: string;
  readonly total: number;
}

/** A cursor as read, not yet proven to be ours. */
export interface ReadCursor {
  readonly position: Position;
  readonly payload: string;
  readonly signature: string;
  readonly issuedAt: number;
}

export const INVALID_CURSOR: ScimError = {
  code: "filter.unsupported",
  status: 400,
  scimType: "invalidCursor",
  detail: "This cursor was not made for this query. Start again without one.",
};

const EXPIRED_CURSOR: ScimError = {
  code: "filter.unsupported",
  status: 400,
  scimType: "expiredCursor",
  detail: "This cursor is too old. Start again without one.",
};

/** What a cursor is bound to, so that it opens nothing else: tenant by the key, everything else by this text. */
export function queryFingerprint(parts: readonly (string | undefined)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}

/** A cursor of RFC 9865 §2: URL-unreserved characters, signed with the tenant's key. */
export function writeCursor(position: Position, query: string, key: Buffer, now: Date): string {
  const fields = [Math.floor(now.getTime() / 1000), position.total, position.id, position.key];
  const payload = Buffer.from(JSON.stringify(fields)).toString("base64url");
  return `${payload}.${sign(payload, query, key)}`;
}

/** Takes a cursor apart. Its position may be used to look, and the result be given only after `proveCursor`. */
export function readCursor(cursor: string): ReadCursor | undefined {
  const [payload = "", signature = "", ...rest] = cursor.split(".");
  if (rest.length > 0 || payload.length > 8_192) return undefined;
  try {
    const fields: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    if (!Array.isArray(fields)) return undefined;
    const [issuedAt, total, id, key]: unknown[] = fields;
    if (typeof issuedAt !== "number" || typeof total !== "number" || typeof id !== "string") return undefined;
    if (key !== null && typeof key !== "string") return undefined;
    return { position: { key, id, total }, payload, signature, issuedAt };
  } catch {
    return undefined;
  }
}

/** Whether the cursor was made by this tenant for this query, and is still good. */
export function proveCursor(
  cursor: ReadCursor,
  query: string,
  key: Buffer,
  now: Date,
  timeout: number,
): Result<Position> {
  const expected = Buffer.from(sign(cursor.payload, query, key));
  const given = Buffer.from(cursor.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    return { ok: false, error: INVALID_CURSOR };
  }
  if (now.getTime() / 1000 - cursor.issuedAt > timeout) return { ok: false, error: EXPIRED_CURSOR };
  return { ok: true, value: cursor.position };
}

function sign(payload: string, query: string, key: Buffer): string {
  return createHmac("sha256", key).update(`${query}.${payload}`).digest("base64url").slice(0, 32);
}

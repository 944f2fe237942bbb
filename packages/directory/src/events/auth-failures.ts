import { uuidv7 } from "@rollcall/db";
import type { Call } from "@rollcall/scim";
import { type EventRow, eventRow } from "./event-row.ts";
import { operationOf } from "./operation.ts";
import { redactPath } from "./redact.ts";

/** Why a caller was refused. */
export type AuthClass =
  | "retired"
  | "truncated"
  | "unknown"
  | "missing"
  | "malformed"
  | "paused"
  | "other_tenant";

export interface AuthFailure {
  readonly authClass: AuthClass;
  /** The code of the finding. */
  readonly reason: string;
  readonly status: number;
  readonly detail: string;
  /** The token, if it is or was one of this tenant's. */
  readonly tokenId?: string | undefined;
  /** What was presented, if it was none of ours: a fingerprint and four characters, never the text. */
  readonly fingerprint?: string | undefined;
  readonly presented4?: string | undefined;
}

const MINUTE = 60_000;
/** Kinds of failure per tenant and minute that get a row of their own; further ones share one row per class. */
const MAX_KINDS = 50;

/**
 * Turns refused credentials into rows: one per minute, class, detail, fingerprint and address, however many requests there were.
 * Whoever sends random tokens fills no table. Bodies are not kept.
 */
export class AuthFailures {
  #minute = 0;
  readonly #ids = new Map<string, string>();
  readonly #kinds = new Map<string, number>();

  /** The row of a refusal; of the same id as the row before if it is of the same kind. */
  row(call: Call, tenantId: string, failure: AuthFailure): EventRow {
    this.#turn(call.receivedAt);
    // The detail is one of a few texts; it tells what was wrong with a header that has the same token in it.
    const { authClass, detail, fingerprint, tokenId } = failure;
    const own = [tenantId, authClass, detail, fingerprint, tokenId, call.ip].join("|");
    const shared = !this.#ids.has(own) && (this.#kinds.get(tenantId) ?? 0) >= MAX_KINDS;
    const id = this.#id(tenantId, shared ? `${tenantId}|${failure.authClass}` : own);
    const row = eventRow(
      call,
      { tenantId, tokenId: failure.tokenId },
      {
        operation: operationOf(call.method, call.path),
        outcome: "auth_failed",
        status: failure.status,
        reason: failure.reason,
        detail: failure.detail,
      },
    );
    return {
      ...row,
      id,
      path: redactPath(call.path.split("?", 1)[0] ?? ""),
      request: undefined,
      authClass: failure.authClass,
      fingerprint: shared ? undefined : failure.fingerprint,
      presented4: shared ? undefined : failure.presented4,
      ip: shared ? undefined : call.ip,
      lastAt: call.receivedAt.toISOString(),
    };
  }

  #id(tenantId: string, key: string): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = uuidv7();
    this.#ids.set(key, id);
    this.#kinds.set(tenantId, (this.#kinds.get(tenantId) ?? 0) + 1);
    return id;
  }

  #turn(at: Date): void {
    const minute = Math.floor(at.getTime() / MINUTE);
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#ids.clear();
    this.#kinds.clear();
  }
}

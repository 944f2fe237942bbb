import type { ClientBase } from "pg";

/** Why a session is over. Kept on its row, told to the browser that still holds its cookie. */
export type SessionEnd =
  | "signed_out"
  | "ended_by_self"
  | "deactivated"
  | "password_changed"
  | "ended_by_admin";

/** One session that was ended. */
export interface EndedSession {
  readonly id: string;
  /** password, saml or oidc. */
  readonly method: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date;
}

/** Longest pause between two requests of a session. */
export const IDLE_HOURS = 24;

/** SQL for a session that is neither too old nor too long without a request. @param session prefix of its columns, such as `s.` */
export function unexpiredSql(session = ""): string {
  return `(${session}"expiresAt" > now() AND ${session}"lastSeenAt" > now() - interval '${IDLE_HOURS} hours')`;
}

// Those that nobody used for a day end too, without being told of: one of them may be about to be used.
const END = `
  WITH ended AS (
    UPDATE "Session" SET "revokedAt" = now(), "revokedReason" = $3
     WHERE "tenantId" = $1 AND "userId" = $2 AND "revokedAt" IS NULL AND "expiresAt" > now()
       AND ($4::uuid IS NULL OR id <> $4) AND ($5::uuid IS NULL OR id = $5)
    RETURNING *)
  SELECT id, method, "createdAt", "lastSeenAt", "revokedAt" AS "endedAt" FROM ended WHERE ${unexpiredSql()}`;

/**
 * Ends every live session of a person. Because each request reads its session row, the next request of each of them is
 * refused, on every replica.
 *
 * @param client A client inside the transaction of the act that ends them.
 * @param which `except`: keep this session; `only`: end no other.
 * @returns What was ended, for the receipt of the act; empty when nobody was signed in.
 */
export async function endSessions(
  client: ClientBase,
  tenantId: string,
  userId: string,
  reason: SessionEnd,
  which: { readonly except?: string; readonly only?: string } = {},
): Promise<readonly EndedSession[]> {
  const { rows } = await client.query<EndedSession>({
    name: "accounts.end-sessions",
    text: END,
    values: [tenantId, userId, reason, which.except ?? null, which.only ?? null],
  });
  return rows;
}

/** A deactivation's receipt: a line for each session that ended with it. */
export function receiptOf(ended: readonly EndedSession[]) {
  return ended.map(({ method, createdAt, lastSeenAt, endedAt }) => ({
    method,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    endedAt: endedAt.toISOString(),
  }));
}

/** The receipt as a change of the event that ended the sessions. */
export function sessionChanges(ended: readonly EndedSession[]) {
  return ended.length === 0 ? [] : [{ attribute: "sessions", before: receiptOf(ended), after: [] }];
}

import type { ClientBase } from "pg";

/** Why a session is over. Kept on its row, told to the browser that still holds its cookie. */
export type SessionEnd =
  | "signed_out"
  | "ended_by_self"
  | "deactivated"
  | "password_changed"
  | "ended_by_admin";

/** One session that was ended: the line of a deactivation receipt. */
export interface EndedSession {
  readonly id: string;
  /** password, saml or oidc. */
  readonly method: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date;
}

const END = `
  UPDATE "Session" SET "revokedAt" = now(), "revokedReason" = $3
   WHERE "tenantId" = $1 AND "userId" = $2 AND "revokedAt" IS NULL AND "expiresAt" > now()
     AND ($4::uuid IS NULL OR id <> $4) AND ($5::uuid IS NULL OR id = $5)
  RETURNING id, method, "createdAt", "lastSeenAt", "revokedAt" AS "endedAt"`;

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

/** The sessions that ended, as a change of the event or audit entry that ended them: a deactivation's receipt. */
export function sessionChanges(ended: readonly EndedSession[]) {
  if (ended.length === 0) return [];
  const before = ended.map(({ method, createdAt, lastSeenAt, endedAt }) => ({
    method,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    endedAt: endedAt.toISOString(),
  }));
  return [{ attribute: "sessions", before, after: [] }];
}

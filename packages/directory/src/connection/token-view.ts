import type { Database } from "@rollcall/db";

/** What may be known of a token after it was shown once: never the secret. */
export interface TokenView {
  readonly id: string;
  readonly last4: string;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly firstUsedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedIp: string | null;
}

/** The token before the current one, while it matters whether the identity provider has moved on. */
export interface FormerToken {
  readonly id: string;
  readonly last4: string;
  readonly retiredAt: Date;
  readonly retiredByName: string | null;
  /** Until when it is accepted beside the new one; null when it ended at once. */
  readonly validUntil: Date | null;
  readonly lastUsedAt: Date | null;
  /** Requests refused because they still carried it. */
  readonly refused: number;
  readonly firstRefusedAt: Date | null;
  readonly lastRefusedAt: Date | null;
}

export interface TokenState {
  readonly current: TokenView | null;
  readonly former: FormerToken | null;
  /** When any token was first accepted. */
  readonly verifiedAt: Date | null;
}

type TokenRow = TokenView & {
  readonly retiredAt: Date | null;
  readonly retiredByName: string | null;
  readonly validUntil: Date | null;
};

interface Refusals {
  readonly refused: number;
  readonly firstRefusedAt: Date | null;
  readonly lastRefusedAt: Date | null;
}

/** The tokens of a tenant as the console shows them. */
export async function readTokenState(db: Database, tenantId: string): Promise<TokenState> {
  const [{ rows }, verified] = await Promise.all([
    db.pool.query<TokenRow>(
      `SELECT id, last4, "createdAt", "createdByName", "firstUsedAt", "lastUsedAt", "lastUsedIp", "retiredAt",
              "retiredByName", "validUntil"
         FROM "ScimToken" WHERE "tenantId" = $1 ORDER BY "retiredAt" IS NULL DESC, id DESC LIMIT 2`,
      [tenantId],
    ),
    db.pool.query<{ at: Date | null }>(
      `SELECT min("firstUsedAt") AS at FROM "ScimToken" WHERE "tenantId" = $1`,
      [tenantId],
    ),
  ]);
  const current = rows.find((row) => row.retiredAt === null) ?? null;
  const retired = rows.find((row) => row.retiredAt !== null);
  return {
    current,
    former: current && retired ? await formerToken(db, tenantId, retired) : null,
    verifiedAt: verified.rows[0]?.at ?? null,
  };
}

async function formerToken(db: Database, tenantId: string, row: TokenRow): Promise<FormerToken | null> {
  if (row.retiredAt === null) return null;
  const { rows } = await db.pool.query<Refusals>(
    `SELECT COALESCE(sum(count), 0)::int AS refused, min(at) AS "firstRefusedAt",
            max(COALESCE("lastAt", at)) AS "lastRefusedAt"
       FROM "ProvisioningEvent"
      WHERE "tenantId" = $1 AND outcome = 'auth_failed' AND "tokenId" = $2 AND at >= $3`,
    [tenantId, row.id, row.retiredAt],
  );
  const refusals = rows[0] ?? { refused: 0, firstRefusedAt: null, lastRefusedAt: null };
  const { id, last4, retiredAt, retiredByName, validUntil, lastUsedAt } = row;
  return { id, last4, retiredAt, retiredByName, validUntil, lastUsedAt, ...refusals };
}

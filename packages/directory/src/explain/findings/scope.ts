import type { Database } from "@rollcall/db";
import { type Provider, providerOf } from "../provider.ts";

/** What every search for findings of one tenant needs. */
export interface Scope {
  readonly db: Database;
  readonly tenantId: string;
  readonly now: Date;
  readonly provider: Provider;
  readonly connection: ConnectionState;
  /** The token that is to be used now; null when there is none. */
  readonly token: CurrentToken | null;
}

export interface ConnectionState {
  readonly enabled: boolean;
  readonly enabledAt: Date | null;
  readonly updatedAt: Date;
  readonly provider: string;
}

export interface CurrentToken {
  readonly last4: string;
  readonly firstUsedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedIp: string | null;
}

/** Reads the connection and its token. Null for a tenant without a connection, which has no findings. */
export async function openScope(db: Database, tenantId: string, now: Date): Promise<Scope | null> {
  const [connection, token] = await Promise.all([
    db.pool.query<ConnectionState>(
      `SELECT "enabled", "enabledAt", "updatedAt", "provider" FROM "Connection" WHERE "tenantId" = $1`,
      [tenantId],
    ),
    db.pool.query<CurrentToken>(
      `SELECT "last4", "firstUsedAt", "lastUsedAt", "lastUsedIp" FROM "ScimToken"
       WHERE "tenantId" = $1 AND "retiredAt" IS NULL ORDER BY "createdAt" DESC LIMIT 1`,
      [tenantId],
    ),
  ]);
  const found = connection.rows[0];
  if (!found) return null;
  return {
    db,
    tenantId,
    now,
    provider: providerOf(found.provider),
    connection: found,
    token: token.rows[0] ?? null,
  };
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

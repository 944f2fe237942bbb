import type { Database } from "@rollcall/db";
import { type Provider, providerOf } from "./provider.ts";

export interface ConnectionFacts {
  readonly provider: Provider;
  /** How long events are kept. */
  readonly retentionDays: number;
}

/** What explanations need of a connection; general words and thirty days for a tenant without one. */
export async function readConnection(db: Database, tenantId: string): Promise<ConnectionFacts> {
  const { rows } = await db.pool.query<{ provider: string; retentionDays: number }>(
    `SELECT "provider", "retentionDays" FROM "Connection" WHERE "tenantId" = $1`,
    [tenantId],
  );
  const found = rows[0];
  return { provider: providerOf(found?.provider ?? "generic"), retentionDays: found?.retentionDays ?? 30 };
}

/** The identity provider that a tenant's connection names. */
export async function readProvider(db: Database, tenantId: string): Promise<Provider> {
  return (await readConnection(db, tenantId)).provider;
}

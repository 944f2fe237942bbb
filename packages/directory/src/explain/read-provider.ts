import type { Database } from "@rollcall/db";
import { type Provider, providerOf } from "./provider.ts";

/** The identity provider that a tenant's connection names; general words for a tenant without one. */
export async function readProvider(db: Database, tenantId: string): Promise<Provider> {
  const { rows } = await db.pool.query<{ provider: string }>(
    `SELECT "provider" FROM "Connection" WHERE "tenantId" = $1`,
    [tenantId],
  );
  return providerOf(rows[0]?.provider ?? "generic");
}

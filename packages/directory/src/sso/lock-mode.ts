import type { ClientBase } from "pg";

/**
 * Locks the tenant's provisioning mode. Whoever changes the mode, the connection or its switches holds this row first:
 * each sees what the other left, also before there is a connection.
 */
export async function lockMode(client: ClientBase, tenantId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ mode: string }>(
    `SELECT mode FROM "Connection" WHERE "tenantId" = $1 FOR UPDATE`,
    [tenantId],
  );
  return rows[0]?.mode;
}

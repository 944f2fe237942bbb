import type { Database } from "@rollcall/db";
import { firstIdAt } from "../event-id.ts";
import type { ActivityFilter } from "./filter.ts";

/** What an admin did to the connection or its tokens in the console. */
export interface ProvisioningAct {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string;
  /** scim_token.regenerated, connection.disabled … */
  readonly action: string;
  readonly targetName: string | null;
}

/** Acts on provisioning, newest first, between `after` and `before`. */
export async function listActs(
  db: Database,
  tenantId: string,
  filter: Pick<ActivityFilter, "since" | "until">,
  before: string | undefined,
  limit: number,
  after?: string,
): Promise<ProvisioningAct[]> {
  const { rows } = await db.pool.query<ProvisioningAct>(
    `SELECT "id", "at", "actorName", "action", "targetName" FROM "AuditEntry"
     WHERE "tenantId" = $1 AND "targetType" IN ('scim_token', 'connection')
       AND ($2::uuid IS NULL OR "id" < $2) AND ($3::uuid IS NULL OR "id" > $3)
       AND ($4::uuid IS NULL OR "id" >= $4) AND ($5::uuid IS NULL OR "id" < $5)
     ORDER BY "id" DESC LIMIT $6`,
    [
      tenantId,
      before ?? null,
      after ?? null,
      filter.since ? firstIdAt(filter.since) : null,
      filter.until ? firstIdAt(filter.until) : null,
      limit,
    ],
  );
  return rows;
}

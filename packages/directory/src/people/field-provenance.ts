import type { Database } from "@rollcall/db";

/** Which request last wrote an attribute. */
export interface FieldOrigin {
  readonly attribute: string;
  readonly eventId: string;
  readonly at: Date;
  readonly operation: string;
  readonly method: string;
  readonly requestId: string;
}

/**
 * For each attribute of a person, the newest applied request that changed it. Attributes written before the retained
 * events began are absent.
 */
export async function fieldProvenance(
  db: Database,
  tenantId: string,
  userId: string,
): Promise<FieldOrigin[]> {
  const { rows } = await db.pool.query<FieldOrigin>(
    `SELECT DISTINCT ON (change->>'attribute')
            change->>'attribute' AS "attribute", e."id" AS "eventId", e."at", e."operation", e."method", e."requestId"
     FROM "ProvisioningEvent" e
     CROSS JOIN LATERAL jsonb_array_elements(
       CASE jsonb_typeof(e."changes") WHEN 'array' THEN e."changes" ELSE '[]'::jsonb END) change
     WHERE e."tenantId" = $1 AND e."resourceId" = $2 AND e."resourceType" = 'User' AND e."outcome" = 'applied'
     ORDER BY change->>'attribute', e."id" DESC`,
    [tenantId, userId],
  );
  return rows;
}

import type { Database } from "@rollcall/db";

/** Which request last wrote an attribute. */
export interface FieldOrigin {
  /** `title`, `name.givenName`, `urn:…:User:department`. */
  readonly attribute: string;
  readonly eventId: string;
  readonly at: Date;
  readonly operation: string;
  readonly method: string;
  readonly requestId: string;
}

/** A request that changes a person tells what differed; one that creates them wrote everything it carried. */
const PROVENANCE = `
  WITH applied AS (
    SELECT "id", "at", "operation", "method", "requestId",
           CASE jsonb_typeof("changes") WHEN 'array' THEN "changes" ELSE '[]' END AS "changes",
           CASE WHEN "operation" = 'user.create' AND jsonb_typeof("request") = 'object' THEN "request" ELSE '{}' END AS "carried"
    FROM "ProvisioningEvent"
    WHERE "tenantId" = $1 AND "resourceId" = $2 AND "resourceType" = 'User' AND "outcome" = 'applied'
  ), written AS (
    SELECT change->>'attribute' AS "attribute", applied.*
    FROM applied CROSS JOIN LATERAL jsonb_array_elements("changes") change
    UNION ALL
    SELECT field.key || coalesce(CASE WHEN field.key LIKE 'urn:%' THEN ':' ELSE '.' END || part.key, ''), applied.*
    FROM applied CROSS JOIN LATERAL jsonb_each("carried") field
    LEFT JOIN LATERAL jsonb_object_keys(
      CASE jsonb_typeof(field.value) WHEN 'object' THEN field.value ELSE '{}' END) part(key) ON true
    WHERE field.key NOT IN ('schemas', 'password', 'groups')
  )
  SELECT DISTINCT ON ("attribute") "attribute", "id" AS "eventId", "at", "operation", "method", "requestId"
  FROM written ORDER BY "attribute", "id" DESC`;

/**
 * For each attribute of a person, the newest applied request that wrote it. Attributes written before the retained
 * events began are absent.
 */
export async function fieldProvenance(
  db: Database,
  tenantId: string,
  userId: string,
): Promise<FieldOrigin[]> {
  const { rows } = await db.pool.query<FieldOrigin>(PROVENANCE, [tenantId, userId]);
  return rows;
}

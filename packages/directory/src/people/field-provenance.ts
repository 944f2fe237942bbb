import type { Database } from "@rollcall/db";

/** A request that wrote something of a person. */
export interface WritingRequest {
  readonly eventId: string;
  readonly at: Date;
  readonly operation: string;
  readonly method: string;
}

/** Which request last wrote an attribute. */
export interface FieldOrigin extends WritingRequest {
  /** `title`, `name.givenName`, `urn:…:User:department`. */
  readonly attribute: string;
}

export interface FieldProvenance {
  /** Of each attribute that was changed since the person was created, the newest request that did. */
  readonly changed: readonly FieldOrigin[];
  /** The request that created the person: it wrote everything else, in whatever shape the client sent it. */
  readonly created: WritingRequest | null;
}

const APPLIED = `"tenantId" = $1 AND "resourceId" = $2 AND "resourceType" = 'User' AND "outcome" = 'applied'`;
const REQUEST = `"id" AS "eventId", "at", "operation", "method"`;

const CREATED = `
  SELECT ${REQUEST} FROM "ProvisioningEvent" WHERE ${APPLIED} AND "operation" = 'user.create'
  ORDER BY "id" DESC LIMIT 1`;

const CHANGED = `
  SELECT DISTINCT ON (change->>'attribute') change->>'attribute' AS "attribute", ${REQUEST}
  FROM "ProvisioningEvent" CROSS JOIN LATERAL jsonb_array_elements("changes") change
  WHERE ${APPLIED} AND jsonb_typeof("changes") = 'array' AND ($3::uuid IS NULL OR "id" > $3)
  ORDER BY change->>'attribute', "id" DESC`;

/**
 * Where the attributes of a person come from, as far as the retained events tell: of a person who was created before they
 * begin, what was not changed since has no origin.
 */
export async function fieldProvenance(
  db: Database,
  tenantId: string,
  userId: string,
): Promise<FieldProvenance> {
  const creation = await db.pool.query<WritingRequest>(CREATED, [tenantId, userId]);
  const created = creation.rows[0] ?? null;
  const changes = await db.pool.query<FieldOrigin>(CHANGED, [tenantId, userId, created?.eventId ?? null]);
  return { changed: changes.rows, created };
}

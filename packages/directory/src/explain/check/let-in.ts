import { type Queryable, uuidv7 } from "@rollcall/db";
import { hashToken, last4, newScimToken } from "../../tokens/scim-token.ts";

/** What a rehearsal is let in with. */
export interface Admittance {
  readonly token: string;
  /** Whether SCIM had to be turned on for it. */
  readonly paused: boolean;
}

/**
 * Issues a token that lives as long as the rehearsal around it, and turns SCIM on as long, so that the endpoint's own
 * check of the caller is passed like any other.
 */
export async function letIn(to: Queryable, tenantId: string): Promise<Admittance> {
  const token = newScimToken();
  await to.query(
    `INSERT INTO "ScimToken" ("tenantId", id, hash, last4, "createdByName") VALUES ($1, $2, $3, $4, 'rehearsal')`,
    [tenantId, uuidv7(), hashToken(token), last4(token)],
  );
  const { rowCount } = await to.query(
    `UPDATE "Connection" SET enabled = true, mode = 'scim'
      WHERE "tenantId" = $1 AND NOT (enabled AND mode = 'scim')`,
    [tenantId],
  );
  return { token, paused: rowCount !== 0 };
}

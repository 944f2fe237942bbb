import { reasonOfClass } from "../findings/auth-class.ts";
import { nextAccepted } from "../findings/next-accepted.ts";
import type { Scope } from "../findings/scope.ts";
import type { ReasonCode } from "../reason.ts";

/** Whether requests get in at all. */
export interface CredentialState {
  /** Refused since, with no accepted request after; null when requests get in, or none came. */
  readonly since: Date | null;
  readonly code: ReasonCode | null;
  /** SCIM is turned off, so that nothing would get in. */
  readonly off: boolean;
  /** The token that requests get in with. */
  readonly last4: string | null;
}

/** Reads the newest refusal of a credential and whether anything was accepted after it. */
export async function credentialState(scope: Scope): Promise<CredentialState> {
  const { rows } = await scope.db.pool.query<{ id: string; at: Date; last: Date; authClass: string | null }>(
    `SELECT "id", "at", coalesce("lastAt", "at") AS "last", "authClass" FROM "ProvisioningEvent"
     WHERE "tenantId" = $1 AND "outcome" = 'auth_failed' ORDER BY "id" DESC LIMIT 1`,
    [scope.tenantId],
  );
  const refused = rows[0];
  const open = { last4: scope.token?.last4 ?? null, off: !scope.connection.enabled };
  const over = refused ? await nextAccepted(scope, refused.id, refused.last) : null;
  const resumed = refused?.authClass === "paused" && scope.connection.enabled;
  if (!refused || over || resumed) return { ...open, since: null, code: null };
  return { ...open, since: refused.at, code: reasonOfClass(refused.authClass ?? "unknown") };
}

import type { Database } from "@rollcall/db";
import { SSO_REASONS, type SsoReason } from "./sso-fault.ts";

export interface RecentRefusal {
  readonly reason: SsoReason;
  /** Of the deactivation, when that is the reason; else of the attempt. */
  readonly at: Date;
  /** How people get an account here, for what to ask an admin. */
  readonly mode: "scim" | "jit" | "invite";
}

/** A refused sign-in of the last 15 minutes, for the page of the person who was refused. No name, no detail. */
export async function readRecentRefusal(
  db: Database,
  tenantId: string,
  signInId: string,
): Promise<RecentRefusal | null> {
  if (!/^[0-9a-f-]{36}$/.test(signInId)) return null;
  const { rows } = await db.pool.query<{ reason: string | null; at: Date; mode: RecentRefusal["mode"] }>(
    `SELECT s.reason, COALESCE(CASE WHEN s.reason = 'deactivated' THEN u."deactivatedAt" END, s.at) AS at,
            (SELECT c.mode FROM "Connection" c WHERE c."tenantId" = s."tenantId") AS mode
       FROM "SignIn" s LEFT JOIN "User" u ON u."tenantId" = s."tenantId" AND u.id = s."userId"
      WHERE s."tenantId" = $1 AND s.id = $2 AND s.result = 'refused' AND s.at > now() - interval '15 minutes'`,
    [tenantId, signInId],
  );
  const [row] = rows;
  const reason = SSO_REASONS.find((known) => known === row?.reason);
  return row === undefined || reason === undefined ? null : { reason, at: row.at, mode: row.mode };
}

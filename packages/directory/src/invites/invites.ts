import type { Database } from "@rollcall/db";
import type { TenantRole } from "../accounts/effective-role.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";

export interface OpenInvite {
  readonly id: string;
  readonly email: string;
  readonly role: TenantRole;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly expiresAt: Date;
  readonly expired: boolean;
}

/** Invites that nobody has accepted or revoked, newest first; expired ones stay for a month, to be sent again. */
export async function openInvites(db: Database, tenantId: string): Promise<readonly OpenInvite[]> {
  const { rows } = await db.pool.query<OpenInvite>(
    `SELECT id, email, role, "createdAt", "createdByName", "expiresAt", "expiresAt" <= now() AS expired
       FROM "Invite"
      WHERE "tenantId" = $1 AND "acceptedAt" IS NULL AND "revokedAt" IS NULL
        AND "expiresAt" > now() - interval '30 days'
      ORDER BY id DESC LIMIT 200`,
    [tenantId],
  );
  return rows;
}

/** Makes an invite's link worthless. */
export function revokeInvite(
  db: Database,
  context: ActContext,
  id: string,
): Promise<Outcome<null, "invite.unknown">> {
  return act<null, "invite.unknown">(db, async ({ client, refuse }) => {
    const { rows } = await client.query<{ email: string }>(
      `UPDATE "Invite" SET "revokedAt" = now()
        WHERE "tenantId" = $1 AND id = $2 AND "acceptedAt" IS NULL AND "revokedAt" IS NULL RETURNING email`,
      [context.tenantId, id],
    );
    const [invite] = rows;
    if (invite === undefined) return refuse("invite.unknown");
    await recordAudit(client, {
      ...context,
      action: "invite.revoked",
      target: { type: "invite", id, name: invite.email },
    });
    return null;
  });
}

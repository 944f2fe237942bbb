import type { Database } from "@rollcall/db";
import type { ClientBase } from "pg";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";

/** Where people come from, one way at a time. */
export const PROVISIONING_MODES = ["scim", "jit", "invite"] as const;
export type ProvisioningMode = (typeof PROVISIONING_MODES)[number];

/** What a change of mode meets, to be said before it is made. */
export interface ModeOverview {
  readonly mode: ProvisioningMode;
  readonly scimEnabled: boolean;
  readonly ssoEnabled: boolean;
  /** Active people by where they came from. */
  readonly people: { readonly scim: number; readonly sso: number; readonly local: number };
  readonly openInvites: number;
}

/** @returns null for a tenant without a connection */
export async function readMode(db: Database, tenantId: string): Promise<ModeOverview | null> {
  const { rows } = await db.pool.query<ModeOverview>(
    `SELECT c.mode, c.enabled AS "scimEnabled",
            COALESCE((SELECT s.enabled FROM "SsoConfig" s WHERE s."tenantId" = c."tenantId"), false) AS "ssoEnabled",
            (SELECT json_build_object('scim', count(*) FILTER (WHERE u.source = 'scim'),
                                      'sso', count(*) FILTER (WHERE u.source = 'sso'),
                                      'local', count(*) FILTER (WHERE u.source = 'local'))
               FROM "User" u WHERE u."tenantId" = c."tenantId" AND u.active) AS people,
            (SELECT count(*)::int FROM "Invite" i WHERE i."tenantId" = c."tenantId" AND i."acceptedAt" IS NULL
                AND i."revokedAt" IS NULL AND i."expiresAt" > now()) AS "openInvites"
       FROM "Connection" c WHERE c."tenantId" = $1`,
    [tenantId],
  );
  return rows[0] ?? null;
}

export type ModeRefusal = "connection.missing" | "mode.needs_sso";

/**
 * Changes how people get an account. Nobody loses one by it. Leaving SCIM pauses the endpoint, whose token and people are
 * kept; just-in-time needs sign-in through the identity provider to be on.
 */
export function setMode(
  db: Database,
  context: ActContext,
  mode: ProvisioningMode,
): Promise<Outcome<{ readonly changed: boolean }, ModeRefusal>> {
  return act<{ readonly changed: boolean }, ModeRefusal>(db, async ({ client, refuse }) => {
    const { rows } = await client.query<{ mode: ProvisioningMode; enabled: boolean }>(
      `SELECT mode, enabled FROM "Connection" WHERE "tenantId" = $1 FOR UPDATE`,
      [context.tenantId],
    );
    const [before] = rows;
    if (before === undefined) return refuse("connection.missing");
    if (before.mode === mode) return { changed: false };
    if (mode === "jit" && !(await ssoIsOn(client, context.tenantId))) return refuse("mode.needs_sso");
    const pauses = mode !== "scim" && before.enabled;
    await client.query(
      `UPDATE "Connection" SET mode = $2::"ProvisioningMode", "updatedAt" = now(), enabled = enabled AND NOT $3,
              "pausedAt" = CASE WHEN $3 THEN now() ELSE "pausedAt" END,
              "pausedByName" = CASE WHEN $3 THEN $4 ELSE "pausedByName" END
        WHERE "tenantId" = $1`,
      [context.tenantId, mode, pauses, context.actor.name],
    );
    await recordAudit(client, {
      ...context,
      action: "provisioning.mode_changed",
      target: { type: "connection", name: "Provisioning" },
      before: { mode: before.mode, scim: before.enabled ? "on" : "off" },
      after: { mode, scim: before.enabled && !pauses ? "on" : "off" },
    });
    return { changed: true };
  });
}

/** A statement of its own, after the lock: who turns SSO off holds it too. */
async function ssoIsOn(client: ClientBase, tenantId: string): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT 1 FROM "SsoConfig" WHERE "tenantId" = $1 AND enabled`, [
    tenantId,
  ]);
  return rowCount === 1;
}

import type { Database } from "@rollcall/db";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";

export interface Switched {
  readonly enabled: boolean;
  /** False when it stood so already. */
  readonly changed: boolean;
}

/**
 * Turns the SCIM endpoint on, or pauses it. Pausing keeps token, people and teams; requests get 403 until it is turned on
 * again. Turning it on makes SCIM the way that people get an account. Asking for what is already so changes nothing and is not recorded.
 */
export function setScimEnabled(
  db: Database,
  context: ActContext,
  enabled: boolean,
): Promise<Outcome<Switched, "connection.missing">> {
  return act<Switched, "connection.missing">(db, async ({ client, refuse }) => {
    const { rows } = await client.query<{ enabled: boolean; enabledAt: Date | null }>(
      `SELECT enabled, "enabledAt" FROM "Connection" WHERE "tenantId" = $1 FOR UPDATE`,
      [context.tenantId],
    );
    const before = rows[0];
    if (before === undefined) return refuse("connection.missing");
    if (before.enabled === enabled) return { enabled, changed: false };
    await client.query(enabled ? TURN_ON : PAUSE, [context.tenantId, context.actor.name]);
    await recordAudit(client, {
      ...context,
      action: enabled ? (before.enabledAt ? "scim.resumed" : "scim.enabled") : "scim.paused",
      target: { type: "connection", name: "SCIM" },
      before: { enabled: before.enabled },
      after: { enabled },
    });
    return { enabled, changed: true };
  });
}

const NOW = `date_trunc('milliseconds', clock_timestamp())`;

const TURN_ON = `
  UPDATE "Connection"
     SET enabled = true, mode = 'scim', "enabledAt" = ${NOW}, "enabledByName" = $2, "pausedAt" = NULL, "pausedByName" = NULL,
         "updatedAt" = ${NOW}
   WHERE "tenantId" = $1`;

const PAUSE = `
  UPDATE "Connection" SET enabled = false, "pausedAt" = ${NOW}, "pausedByName" = $2, "updatedAt" = ${NOW}
   WHERE "tenantId" = $1`;

import type { Database } from "@rollcall/db";
import type { ClientBase } from "pg";
import { type ActContext, act } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { lockMode } from "./lock-mode.ts";

export type SsoSwitch = { enabled?: boolean; enforced?: boolean; idpInitiated?: boolean };
export type SwitchRefusal =
  | "sso.not_configured"
  | "sso.not_verified"
  | "sso.not_enabled"
  | "sso.no_recovery"
  /** People get their accounts by signing in through it. */
  | "sso.mode_needs_it"
  | "sso.last_admin";

/**
 * Turns sign-in through the provider, its enforcement or provider-initiated sign-in on or off. Enforcing needs an admin
 * who has come back from the provider, and an active recovery admin with a password. Turning it off must leave an admin
 * who can sign in otherwise, and is not for the just-in-time mode.
 *
 * @returns null when done, else why not.
 */
export async function switchSso(
  db: Database,
  context: ActContext,
  change: SsoSwitch,
): Promise<SwitchRefusal | null> {
  const switched = await act<null, SwitchRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor } = context;
    const mode = await lockMode(client, tenantId);
    const row = await lockSwitches(client, tenantId);
    if (row === undefined) return refuse("sso.not_configured");
    const { verified, ...before } = row;
    const wanted = { ...before, ...change };
    const after = { ...wanted, enforced: wanted.enabled && wanted.enforced };
    if (before.enabled && !after.enabled && mode === "jit") return refuse("sso.mode_needs_it");
    if (change.enforced === true && !wanted.enabled) return refuse("sso.not_enabled");
    if (change.enforced === true && !verified) return refuse("sso.not_verified");
    await client.query(
      `UPDATE "SsoConfig" SET enabled = $2, enforced = $3, "idpInitiated" = $4, "updatedAt" = now(), "updatedByName" = $5
        WHERE "tenantId" = $1`,
      [tenantId, after.enabled, after.enforced, after.idpInitiated, actor.name],
    );
    const narrows = (before.enabled && !after.enabled) || (!before.enforced && after.enforced);
    if (narrows && !(await hasAdmin(client, tenantId))) {
      return refuse(after.enforced ? "sso.no_recovery" : "sso.last_admin");
    }
    await recordAudit(client, { ...context, action: "sso.switched", target: { type: "sso" }, before, after });
    return null;
  });
  return switched.ok ? null : switched.refusal.code;
}

async function lockSwitches(
  client: ClientBase,
  tenantId: string,
): Promise<(Required<SsoSwitch> & { verified: boolean }) | undefined> {
  const { rows } = await client.query<Required<SsoSwitch> & { verified: boolean }>(
    `SELECT enabled, enforced, "idpInitiated", "verifiedAt" IS NOT NULL AS verified
       FROM "SsoConfig" WHERE "tenantId" = $1 FOR UPDATE`,
    [tenantId],
  );
  return rows[0];
}

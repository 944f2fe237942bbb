import { type Database, transaction } from "@rollcall/db";
import { z } from "zod";
import { type AuditActor, recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";

const SamlSettings = z.object({
  kind: z.literal("saml"),
  /** The address of this deployment when it was saved: audience and ACS are made from it, never from a request. */
  origin: z.string(),
  entityId: z.string(),
  ssoUrl: z.string(),
  certificates: z.array(z.string()),
});
const OidcSettings = z.object({
  kind: z.literal("oidc"),
  origin: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** Sealed; null for a public client. */
  clientSecret: z.string().nullable(),
});
const Settings = z.discriminatedUnion("kind", [SamlSettings, OidcSettings]);

export type SsoSettings = z.infer<typeof Settings>;

/** A tenant's way of signing in through an identity provider. */
export interface SsoConfig {
  readonly settings: SsoSettings;
  readonly enabled: boolean;
  readonly enforced: boolean;
  readonly idpInitiated: boolean;
  readonly metadataUrl: string | null;
  /** When an admin first came back from the identity provider with these settings. */
  readonly verifiedAt: Date | null;
  readonly updatedAt: Date;
  readonly updatedByName: string | null;
}

/** @returns null when nothing was configured. */
export async function readSsoConfig(db: Database, tenantId: string): Promise<SsoConfig | null> {
  const row = await db.prisma.ssoConfig.findUnique({ where: { tenantId } });
  if (row === null) return null;
  const { enabled, enforced, idpInitiated, metadataUrl, verifiedAt, updatedAt, updatedByName } = row;
  const settings = Settings.parse(row.settings);
  return { settings, enabled, enforced, idpInitiated, metadataUrl, verifiedAt, updatedAt, updatedByName };
}

export interface SsoAct {
  readonly tenantId: string;
  readonly actor: AuditActor;
  readonly ip?: string | undefined;
}

const SAVE = `
  INSERT INTO "SsoConfig" ("tenantId", kind, settings, "metadataUrl", "updatedAt", "updatedByName")
  VALUES ($1, $2, $3, $4, now(), $5)
  ON CONFLICT ("tenantId") DO UPDATE SET
    kind = $2, settings = $3, "metadataUrl" = $4, "updatedAt" = now(), "updatedByName" = $5,
    "verifiedAt" = CASE WHEN $6 THEN NULL ELSE "SsoConfig"."verifiedAt" END,
    "verifiedByUserId" = CASE WHEN $6 THEN NULL ELSE "SsoConfig"."verifiedByUserId" END,
    enforced = CASE WHEN $6 THEN false ELSE "SsoConfig".enforced END`;

/**
 * Saves the connection. When it leads to another identity provider, or verifies with none of the old certificates, it
 * has to be tried again before it can be enforced; adding a certificate for a rollover does not.
 */
export async function saveSsoConfig(
  db: Database,
  act: SsoAct,
  settings: SsoSettings,
  metadataUrl: string | null,
): Promise<void> {
  const before = await readSsoConfig(db, act.tenantId);
  const unproven = before === null || !sameProvider(before.settings, settings);
  await transaction(db, async (client) => {
    await client.query(SAVE, [
      act.tenantId,
      settings.kind,
      JSON.stringify(settings),
      metadataUrl,
      act.actor.name,
      unproven,
    ]);
    await recordAudit(client, {
      ...act,
      action: "sso.saved",
      target: { type: "sso", name: settings.kind === "saml" ? "SAML" : "OpenID Connect" },
      before: before === null ? undefined : auditable(before.settings),
      after: auditable(settings),
    });
  });
}

function sameProvider(before: SsoSettings, after: SsoSettings): boolean {
  if (before.origin !== after.origin) return false;
  if (before.kind === "saml" && after.kind === "saml") {
    const kept = after.certificates.some((certificate) => before.certificates.includes(certificate));
    return before.entityId === after.entityId && before.ssoUrl === after.ssoUrl && kept;
  }
  if (before.kind === "oidc" && after.kind === "oidc") {
    return before.issuer === after.issuer && before.clientId === after.clientId;
  }
  return false;
}

function auditable(settings: SsoSettings): Record<string, unknown> {
  if (settings.kind === "oidc") {
    return {
      issuer: settings.issuer,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret ? "set" : "none",
    };
  }
  return { entityId: settings.entityId, ssoUrl: settings.ssoUrl, certificates: settings.certificates.length };
}

export type SsoSwitch = { enabled?: boolean; enforced?: boolean; idpInitiated?: boolean };
export type SwitchRefusal =
  | "sso.not_configured"
  | "sso.not_verified"
  | "sso.not_enabled"
  | "sso.no_recovery"
  | "sso.last_admin";

/**
 * Turns sign-in through the provider, its enforcement or provider-initiated sign-in on or off. Enforcing needs an admin
 * who has come back from the provider, and an active recovery admin with a password. Turning it off must leave an admin who can
 * sign in otherwise.
 *
 * @returns null when done, else why not.
 */
export async function switchSso(db: Database, act: SsoAct, change: SsoSwitch): Promise<SwitchRefusal | null> {
  try {
    return await applySwitch(db, act, change);
  } catch (error) {
    if (error instanceof NoAdminLeft) return "sso.last_admin";
    throw error;
  }
}

/** Rolls back a switch after which no admin could sign in. */
class NoAdminLeft extends Error {}

function applySwitch(db: Database, act: SsoAct, change: SsoSwitch): Promise<SwitchRefusal | null> {
  return transaction(db, async (client) => {
    const { rows } = await client.query<Required<SsoSwitch> & { verified: boolean }>(
      `SELECT enabled, enforced, "idpInitiated", "verifiedAt" IS NOT NULL AS verified
         FROM "SsoConfig" WHERE "tenantId" = $1 FOR UPDATE`,
      [act.tenantId],
    );
    const [row] = rows;
    if (row === undefined) return "sso.not_configured";
    const { verified, ...before } = row;
    const wanted = { ...before, ...change };
    const after = { ...wanted, enforced: wanted.enabled && wanted.enforced };
    if (change.enforced === true) {
      if (!wanted.enabled) return "sso.not_enabled";
      if (!verified) return "sso.not_verified";
      const recovery = await client.query(RECOVERY_ADMIN, [act.tenantId]);
      if (recovery.rowCount === 0) return "sso.no_recovery";
    }
    await client.query(
      `UPDATE "SsoConfig" SET enabled = $2, enforced = $3, "idpInitiated" = $4, "updatedAt" = now(), "updatedByName" = $5
        WHERE "tenantId" = $1`,
      [act.tenantId, after.enabled, after.enforced, after.idpInitiated, act.actor.name],
    );
    if (before.enabled && !after.enabled && !(await hasAdmin(client, act.tenantId))) throw new NoAdminLeft();
    await recordAudit(client, { ...act, action: "sso.switched", target: { type: "sso" }, before, after });
    return null;
  });
}

const RECOVERY_ADMIN = `
  SELECT 1 FROM "User" WHERE "tenantId" = $1 AND active AND recovery AND role = 'admin' AND "passwordHash" IS NOT NULL LIMIT 1`;

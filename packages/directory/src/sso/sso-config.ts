import type { Database } from "@rollcall/db";
import type { ClientBase } from "pg";
import { type ActContext, act } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { lockMode } from "./lock-mode.ts";
import { Settings, type SsoSettings, settingsVersion } from "./sso-settings.ts";

/** A tenant's way of signing in through an identity provider. */
export interface SsoConfig {
  readonly settings: SsoSettings;
  readonly enabled: boolean;
  readonly enforced: boolean;
  readonly idpInitiated: boolean;
  readonly metadataUrl: string | null;
  /** Of the settings and the metadata's address, not of the switches. */
  readonly version: string;
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
  const version = settingsVersion(settings, metadataUrl);
  const switches = { enabled, enforced, idpInitiated };
  return { settings, version, ...switches, metadataUrl, verifiedAt, updatedAt, updatedByName };
}

const SAVE = `
  INSERT INTO "SsoConfig" ("tenantId", kind, settings, "metadataUrl", "updatedAt", "updatedByName")
  VALUES ($1, $2, $3, $4, now(), $5)
  ON CONFLICT ("tenantId") DO UPDATE SET
    kind = $2, settings = $3, "metadataUrl" = $4, "updatedAt" = now(), "updatedByName" = $5,
    "verifiedAt" = CASE WHEN $6 THEN NULL ELSE "SsoConfig"."verifiedAt" END,
    "verifiedByUserId" = CASE WHEN $6 THEN NULL ELSE "SsoConfig"."verifiedByUserId" END,
    enforced = CASE WHEN $6 THEN false ELSE "SsoConfig".enforced END`;

export interface SsoSave {
  readonly settings: SsoSettings;
  readonly metadataUrl: string | null;
  /** The version that the editor began with; null where there was no connection yet. */
  readonly seen: string | null;
}

export type SaveRefusal =
  /** Somebody else saved since the editor saw it. */
  "sso.changed" | "sso.last_admin";

/**
 * Saves the connection. When it leads to another identity provider, or verifies with none of the old certificates, it
 * has to be tried again before it can be enforced; adding a certificate for a rollover does not. Until it was tried it
 * is no way in to count on: an admin must be left who can sign in otherwise.
 *
 * @returns null when saved, else why not.
 */
export async function saveSsoConfig(
  db: Database,
  context: ActContext,
  { settings, metadataUrl, seen }: SsoSave,
): Promise<SaveRefusal | null> {
  const saved = await act<null, SaveRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor } = context;
    await lockMode(client, tenantId);
    const before = await lockSettings(client, tenantId);
    if ((before?.version ?? null) !== seen) return refuse("sso.changed");
    const unproven = before === null || !sameProvider(before.settings, settings);
    const values = [tenantId, settings.kind, JSON.stringify(settings), metadataUrl, actor.name, unproven];
    await client.query(SAVE, values);
    if (unproven && before?.enabled && !(await hasAdmin(client, tenantId))) return refuse("sso.last_admin");
    await recordAudit(client, { ...context, ...auditOf(before, settings, unproven) });
    return null;
  });
  return saved.ok ? null : saved.refusal.code;
}

function auditOf(before: Stored | null, settings: SsoSettings, unproven: boolean) {
  const freed = unproven && before?.enforced;
  return {
    action: "sso.saved" as const,
    target: { type: "sso", name: settings.kind === "saml" ? "SAML" : "OpenID Connect" },
    before: before === null ? undefined : { ...auditable(before.settings), ...(freed && { enforced: true }) },
    after: { ...auditable(settings), ...(freed && { enforced: false }) },
  };
}

interface Stored {
  readonly settings: SsoSettings;
  readonly version: string;
  readonly enabled: boolean;
  readonly enforced: boolean;
}

async function lockSettings(client: ClientBase, tenantId: string): Promise<Stored | null> {
  const { rows } = await client.query<{
    settings: unknown;
    metadataUrl: string | null;
    enabled: boolean;
    enforced: boolean;
  }>(`SELECT settings, "metadataUrl", enabled, enforced FROM "SsoConfig" WHERE "tenantId" = $1 FOR UPDATE`, [
    tenantId,
  ]);
  const [row] = rows;
  if (row === undefined) return null;
  const { metadataUrl, enabled, enforced } = row;
  const settings = Settings.parse(row.settings);
  return { settings, version: settingsVersion(settings, metadataUrl), enabled, enforced };
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

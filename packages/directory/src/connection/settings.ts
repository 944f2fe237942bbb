import type { Database } from "@rollcall/db";
import type { ClientBase } from "pg";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { MediaType, ProviderSetting } from "./options.ts";

/** What an admin decides about how requests are read and answered. */
export interface ConnectionSettings {
  /** RFC to the letter: no dialects, unknown attributes and schemas are refused. */
  readonly strict: boolean;
  /** Refuse group names that are no team names, instead of deriving one. */
  readonly strictNames: boolean;
  /** A `groups` value on a user sets teams. */
  readonly honourGroups: boolean;
  /** Link a pushed person to a local member of the same userName or e-mail; otherwise 409. */
  readonly linkMembers: boolean;
  readonly mediaType: MediaType;
  readonly provider: ProviderSetting;
  readonly retentionDays: number;
  /** Mail admins what cannot wait until somebody opens the console. */
  readonly mailAdmins: boolean;
}

/** Settings to be changed; those that are absent or undefined stay. */
export type SettingsChange = {
  readonly [Name in keyof ConnectionSettings]?: ConnectionSettings[Name] | undefined;
};

/** Settings as they stand; `updatedAt` is what a change must name to be applied. */
export interface StoredSettings extends ConnectionSettings {
  readonly updatedAt: Date;
}

const COLUMNS = `"strict", "strictNames", "honourGroups", "linkMembers", "mediaType", "provider", "retentionDays", "mailAdmins", "updatedAt"`;

/** @returns undefined for a tenant without a connection. */
export async function readSettings(db: Database, tenantId: string): Promise<StoredSettings | undefined> {
  const { rows } = await db.pool.query<StoredSettings>(
    `SELECT ${COLUMNS} FROM "Connection" WHERE "tenantId" = $1`,
    [tenantId],
  );
  return rows[0];
}

export type SettingsRefusal = "connection.missing" | "connection.changed_meanwhile";

/**
 * Changes some settings and records what they were. Another admin's change since `seenAt` is not overwritten: the act is
 * refused with `connection.changed_meanwhile`.
 */
export function changeSettings(
  db: Database,
  context: ActContext,
  seenAt: Date,
  change: SettingsChange,
): Promise<Outcome<StoredSettings, SettingsRefusal>> {
  return act<StoredSettings, SettingsRefusal>(db, async ({ client, refuse }) => {
    const before = await lockSettings(client, context.tenantId);
    if (before === undefined) return refuse("connection.missing");
    if (before.updatedAt.getTime() !== seenAt.getTime()) return refuse("connection.changed_meanwhile");
    const differing = differences(before, change);
    if (differing.length === 0) return before;
    const after = await writeSettings(client, context.tenantId, { ...before, ...pick(change, differing) });
    await recordAudit(client, {
      ...context,
      action: "connection.changed",
      target: { type: "connection", name: "SCIM" },
      before: pick(before, differing),
      after: pick(after, differing),
    });
    return after;
  });
}

async function lockSettings(client: ClientBase, tenantId: string): Promise<StoredSettings | undefined> {
  const { rows } = await client.query<StoredSettings>(
    `SELECT ${COLUMNS} FROM "Connection" WHERE "tenantId" = $1 FOR UPDATE`,
    [tenantId],
  );
  return rows[0];
}

async function writeSettings(
  client: ClientBase,
  tenantId: string,
  settings: ConnectionSettings,
): Promise<StoredSettings> {
  const { rows } = await client.query<StoredSettings>(
    `UPDATE "Connection"
        SET "strict" = $2, "strictNames" = $3, "honourGroups" = $4, "linkMembers" = $5, "mediaType" = $6,
            "provider" = $7, "retentionDays" = $8, "mailAdmins" = $9,
            "updatedAt" = date_trunc('milliseconds', clock_timestamp())
      WHERE "tenantId" = $1 RETURNING ${COLUMNS}`,
    [
      tenantId,
      settings.strict,
      settings.strictNames,
      settings.honourGroups,
      settings.linkMembers,
      settings.mediaType,
      settings.provider,
      settings.retentionDays,
      settings.mailAdmins,
    ],
  );
  const stored = rows[0];
  if (stored === undefined) throw new Error("the connection was deleted while it was locked");
  return stored;
}

const NAMES = [
  "strict",
  "strictNames",
  "honourGroups",
  "linkMembers",
  "mediaType",
  "provider",
  "retentionDays",
  "mailAdmins",
] as const satisfies readonly (keyof ConnectionSettings)[];
type SettingName = (typeof NAMES)[number];

function differences(before: ConnectionSettings, change: SettingsChange): SettingName[] {
  return NAMES.filter((name) => change[name] !== undefined && change[name] !== before[name]);
}

function pick(settings: SettingsChange, names: readonly SettingName[]): Partial<ConnectionSettings> {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}

import { type GroupRef, isJsonObject, type JsonObject, type UserRecord } from "@rollcall/scim";
import type { Addresses } from "../policies/email.ts";
import { matchKey } from "../policies/match-key.ts";

/** A user as the statements here select it. */
export interface UserRow {
  readonly id: string;
  readonly userName: string;
  readonly externalId: string | null;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly active: boolean;
  readonly attributes: JsonObject;
  readonly version: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A user with the teams that SCIM can see it in. */
export interface UserWithGroups extends UserRow {
  readonly groups: readonly GroupRef[] | null;
}

/** @param user alias of the `"User"` row */
export function userColumns(user: string): string {
  return ["id", "userName", "externalId", "displayName", "givenName", "familyName", "active", "attributes"]
    .concat("version", "createdAt", "updatedAt")
    .map((column) => `${user}."${column}"`)
    .join(", ");
}

/**
 * The `groups` of a user: teams that came by hand are invisible to SCIM. Each team is looked up by key (LIMIT 1 keeps
 * the planner from joining), also where a table outgrew its statistics.
 */
export function groupsColumn(user: string): string {
  return `(SELECT json_agg(json_build_object('value', team.id, 'display', team."displayName") ORDER BY team.id)
     FROM (SELECT DISTINCT m."teamId" FROM "Membership" m
            WHERE m."tenantId" = ${user}."tenantId" AND m."userId" = ${user}.id) own
    CROSS JOIN LATERAL (
      SELECT g.id, g."displayName" FROM "Team" g
       WHERE g."tenantId" = ${user}."tenantId" AND g.id = own."teamId" AND g.source = 'scim' LIMIT 1) team) AS groups`;
}

/** The canonical resource: columns and `attributes` put together. */
export function userResource(row: UserRow): JsonObject {
  const { name: otherNames, ...attributes } = row.attributes;
  const name: JsonObject = {
    ...(isJsonObject(otherNames) ? otherNames : {}),
    ...(row.givenName !== null && { givenName: row.givenName }),
    ...(row.familyName !== null && { familyName: row.familyName }),
  };
  return {
    userName: row.userName,
    ...(row.externalId !== null && { externalId: row.externalId }),
    ...(Object.keys(name).length > 0 && { name }),
    ...(row.displayName !== null && { displayName: row.displayName }),
    active: row.active,
    ...attributes,
  };
}

/** A user as `packages/scim` renders it. @param groups the teams that SCIM sees the user in */
export function userRecord(row: UserRow, groups: readonly GroupRef[]): UserRecord {
  return {
    id: row.id,
    resource: userResource(row),
    groups,
    created: new Date(row.createdAt),
    lastModified: new Date(row.updatedAt),
    version: row.version,
  };
}

/** The columns that a canonical resource fills. */
export interface UserColumns extends Addresses {
  readonly userName: string;
  readonly userNameKey: string;
  readonly externalId: string | null;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly active: boolean;
  /** What has no column. */
  readonly attributes: JsonObject;
}

/** Takes a canonical resource apart: `attributes` never repeats a column. */
export function userColumnsOf(resource: JsonObject, addresses: Addresses): UserColumns {
  const { userName, externalId, displayName, active, name, ...others } = resource;
  const { givenName, familyName, ...otherNames } = isJsonObject(name) ? name : {};
  const attributes = Object.keys(otherNames).length > 0 ? { ...others, name: otherNames } : others;
  const userNameText = typeof userName === "string" ? userName : "";
  return {
    userName: userNameText,
    userNameKey: matchKey(userNameText),
    externalId: textOrNull(externalId),
    displayName: textOrNull(displayName),
    givenName: textOrNull(givenName),
    familyName: textOrNull(familyName),
    active: active !== false,
    attributes,
    ...addresses,
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

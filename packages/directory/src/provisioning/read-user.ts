import type { Call } from "@rollcall/scim";
import type { ClientBase } from "pg";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { matchKey } from "../policies/match-key.ts";
import { CALLER, type CallerRow, callerValues, TENANT } from "./caller.ts";
import { idOrNull } from "./ids.ts";
import { type Queryable, statement } from "./statement.ts";
import { groupsColumn, type UserWithGroups, userColumns } from "./user-row.ts";

/** A user with all that a change of it depends on. */
export interface UserToChange extends UserWithGroups {
  readonly isAdmin: boolean;
  readonly email: string | null;
  readonly receivedGroups: readonly string[] | null;
  /** Teams through the user's own `groups` value. */
  readonly attributeTeams: readonly string[] | null;
  /** SCIM teams that the request's `groups` name by displayName. */
  readonly namedTeams: readonly { readonly id: string; readonly key: string }[] | null;
}

const USER_TO_CHANGE = `
  WITH ${CALLER}, found AS (
    SELECT ${userColumns("u")}, ${groupsColumn("u")}, u.email, u."receivedGroups",
           ${effectiveRoleSql("u")} = 'admin' AS "isAdmin",
           (SELECT json_agg(m."teamId") FROM "Membership" m
             WHERE m."tenantId" = u."tenantId" AND m."userId" = u.id AND m.channel = 'attribute') AS "attributeTeams",
           (SELECT json_agg(json_build_object('id', t.id, 'key', t."displayNameKey")) FROM "Team" t
             WHERE t."tenantId" = u."tenantId" AND t.source = 'scim' AND t."displayNameKey" = ANY($4::text[])) AS "namedTeams"
      FROM "User" u
     WHERE u."tenantId" = ${TENANT} AND u.id = $3 AND u."scimState" = 'live')
  SELECT caller.*, found.* FROM caller LEFT JOIN found ON true`;

/** Reads the caller and the user of a PUT, PATCH or DELETE. */
export async function readUserToChange(
  to: Queryable,
  call: Call,
  id: string,
  groupNames: readonly string[],
): Promise<(CallerRow & Partial<UserToChange>) | undefined> {
  const keys = groupNames.length > 0 ? groupNames.map(matchKey) : null;
  const values = [...callerValues(call.tenant, call.credential), idOrNull(id), keys];
  const { rows } = await to.query<CallerRow & Partial<UserToChange>>(statement(USER_TO_CHANGE, values));
  return rows[0];
}

const LOCK_USER = `SELECT 1 FROM "User" WHERE "tenantId" = $1 AND id = $2 FOR UPDATE`;

/**
 * Locks a user against everyone, group writes that would add it included: those hold FOR KEY SHARE, which an ordinary
 * update does not wait for.
 */
export async function lockUser(client: ClientBase, tenantId: string, id: string): Promise<void> {
  await client.query(statement(LOCK_USER, [tenantId, id]));
}

const RECEIVED_GROUPS = `
  UPDATE "User" SET "receivedGroups" = $3::jsonb, "receivedGroupsAt" = now() WHERE "tenantId" = $1 AND id = $2`;

/** Remembers the names in a `groups` value that changed nothing else: the resource stays at its version. */
export async function recordReceivedGroups(
  to: Queryable,
  tenantId: string,
  id: string,
  names: readonly string[],
): Promise<void> {
  await to.query(statement(RECEIVED_GROUPS, [tenantId, id, JSON.stringify(names)]));
}

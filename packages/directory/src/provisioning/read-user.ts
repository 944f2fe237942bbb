import type { Call } from "@rollcall/scim";
import type { ClientBase } from "pg";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { matchKey } from "../policies/match-key.ts";
import { type Ask, type BatchStatement, batchStatement } from "./batches.ts";
import { callerValues, TENANT } from "./caller.ts";
import { idOrNull } from "./ids.ts";
import { type Queryable, statement } from "./statement.ts";
import { groupsColumn, type UserWithGroups, userColumns } from "./user-row.ts";

/** A user with all that a change of it depends on. */
export interface UserToChange extends UserWithGroups {
  readonly isAdmin: boolean;
  readonly email: string | null;
  readonly receivedGroups: readonly string[] | null;
  /** Teams through the user's own `groups` value. Read only for a request that has `groups`, as what follows. */
  readonly attributeTeams?: readonly string[] | null;
  /** SCIM teams that the request's `groups` name by displayName. */
  readonly namedTeams?: readonly { readonly id: string; readonly key: string }[] | null;
}

const TEAMS_IN_GROUPS = `,
           (SELECT json_agg(m."teamId") FROM "Membership" m
             WHERE m."tenantId" = u."tenantId" AND m."userId" = u.id AND m.channel = 'attribute') AS "attributeTeams",
           (SELECT json_agg(json_build_object('id', t.id, 'key', t."displayNameKey")) FROM "Team" t
             WHERE t."tenantId" = u."tenantId" AND t.source = 'scim' AND t."displayNameKey" = ANY(i.names)) AS "namedTeams"`;

const USER_TO_CHANGE = userToChange("");
const USER_AND_TEAMS = userToChange(TEAMS_IN_GROUPS);

/** LIMIT 1 keeps the planner from joining: each item is looked up by its key. */
function userToChange(teams: string): BatchStatement {
  return batchStatement(
    "id uuid, names text[]",
    `done AS (
    SELECT i.n, found.* FROM item i CROSS JOIN LATERAL (
      SELECT ${userColumns("u")}, ${groupsColumn("u")}, u.email, u."receivedGroups",
             ${effectiveRoleSql("u")} = 'admin' AS "isAdmin"${teams}
        FROM "User" u WHERE u."tenantId" = ${TENANT} AND u.id = i.id AND u."scimState" = 'live' LIMIT 1) found)`,
  );
}

/**
 * The read of the caller and the user of a PUT, PATCH or DELETE.
 *
 * @param groupNames the names in the body's `groups`; undefined when it has none
 */
export function userToChangeOf(call: Call, id: string, groupNames?: readonly string[]): Ask {
  const names = groupNames?.map(matchKey);
  return {
    statement: names ? USER_AND_TEAMS : USER_TO_CHANGE,
    caller: callerValues(call.tenant, call.credential),
    item: JSON.stringify({ id: idOrNull(id), names }),
  };
}

const GROUPS_OF = `SELECT ${groupsColumn("u")} FROM "User" u WHERE u."tenantId" = $1 AND u.id = $2`;

/** The teams that SCIM sees a user in. */
export async function groupsOf(
  to: Queryable,
  tenantId: string,
  userId: string,
): Promise<UserWithGroups["groups"]> {
  const { rows } = await to.query<Pick<UserWithGroups, "groups">>(statement(GROUPS_OF, [tenantId, userId]));
  return rows[0]?.groups ?? null;
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

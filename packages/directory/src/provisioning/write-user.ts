import type { Call } from "@rollcall/scim";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { type EventRow, eventJson } from "../events/event-row.ts";
import { insertEventSql } from "../events/write-event.ts";
import { CALLER, type CallerRow, callerValues, TENANT } from "./caller.ts";
import { type Queryable, statement } from "./statement.ts";
import { groupsColumn, type UserColumns, type UserWithGroups, userColumns } from "./user-row.ts";

/** A user's new state. */
export interface UserWrite {
  readonly id: string;
  readonly columns: UserColumns;
  /** The names in the body's `groups`; undefined leaves what was received before. */
  readonly receivedGroups?: readonly string[] | undefined;
}

/** The state that an update may overwrite, and only that. */
export interface Expected {
  readonly version: number;
  readonly scimState: "none" | "live" | "deleted";
  /** Whether an admin may be deactivated: only where the transaction makes sure that another remains. */
  readonly mayBeAdmin?: boolean;
}

/** The caller, and the user as written: none when the caller lost the right, or another writer was faster. */
export type WrittenRow = CallerRow & Partial<UserWithGroups>;

/** $3 to $16: what both statements write. */
const COLUMNS = `"userName", "userNameKey", "externalId", "displayName", "givenName", "familyName",
  email, "emailKey", "emailKeys", active, attributes`;
const VALUES = `$4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text, $12::text[], $13::boolean, $14::jsonb`;

const EVENT = `event AS (${insertEventSql("$16", "WHERE $16 IS NOT NULL AND EXISTS (SELECT 1 FROM written)")})`;

const INSERT_USER = `
  WITH ${CALLER}, written AS (
    INSERT INTO "User" AS u ("tenantId", id, ${COLUMNS}, "receivedGroups", "receivedGroupsAt",
                             source, "scimState", "deactivatedAt", "deactivatedBy", "lastProvisionedAt")
    SELECT caller."tenantId", $3::uuid, ${VALUES}, $15::jsonb, CASE WHEN $15 IS NOT NULL THEN now() END,
           'scim', 'live', CASE WHEN NOT $13 THEN now() END, CASE WHEN NOT $13 THEN 'scim:active' END, now()
      FROM caller WHERE standing = 'ok'
    ON CONFLICT DO NOTHING
    RETURNING ${userColumns("u")}), ${EVENT}
  SELECT caller.*, written.*, NULL::json AS groups FROM caller LEFT JOIN written ON true`;

/** Sessions of whoever is not active any more end in the same statement, so that there is no moment between. */
const END_SESSIONS = `ended AS (
    UPDATE "Session" s SET "revokedAt" = now(), "revokedReason" = 'deactivated'
      FROM written WHERE NOT written.active AND s."tenantId" = ${TENANT} AND s."userId" = written.id AND s."revokedAt" IS NULL)`;

const UPDATE_USER = `
  WITH ${CALLER}, written AS (
    UPDATE "User" u
       SET (${COLUMNS}) = ROW(${VALUES}),
           "receivedGroups" = COALESCE($15::jsonb, u."receivedGroups"),
           "receivedGroupsAt" = CASE WHEN $15 IS NULL THEN u."receivedGroupsAt" ELSE now() END,
           source = 'scim', "scimState" = 'live',
           role = CASE WHEN u."scimState" = 'deleted' THEN NULL ELSE u.role END,
           "deactivatedAt" = CASE WHEN $13 THEN NULL WHEN u.active THEN now() ELSE u."deactivatedAt" END,
           "deactivatedBy" = CASE WHEN $13 THEN NULL WHEN u.active THEN 'scim:active' ELSE u."deactivatedBy" END,
           version = u.version + 1, "updatedAt" = now(), "lastProvisionedAt" = now()
     WHERE u."tenantId" = ${TENANT} AND u.id = $3::uuid AND u.version = $17 AND u."scimState" = $18::"ScimState"
       AND ($13 OR $19 OR NOT u.active OR ${effectiveRoleSql("u")} <> 'admin')
    RETURNING ${userColumns("u")}, ${groupsColumn("u")}), ${END_SESSIONS}, ${EVENT}
  SELECT caller.*, written.* FROM caller LEFT JOIN written ON true`;

/**
 * Writes a new user, its event and the check of the caller in one statement.
 *
 * @param event undefined when the transaction around records it itself
 */
export async function insertUser(
  to: Queryable,
  call: Call,
  write: UserWrite,
  event: EventRow | undefined,
): Promise<WrittenRow | undefined> {
  const { rows } = await to.query<WrittenRow>(statement(INSERT_USER, valuesOf(call, write, event)));
  return rows[0];
}

/** Overwrites one state of a user with the next: compare and swap, with its event and the check of the caller. */
export async function updateUser(
  to: Queryable,
  call: Call,
  write: UserWrite,
  expected: Expected,
  event: EventRow | undefined,
): Promise<WrittenRow | undefined> {
  const values = [
    ...valuesOf(call, write, event),
    expected.version,
    expected.scimState,
    expected.mayBeAdmin ?? false,
  ];
  const { rows } = await to.query<WrittenRow>(statement(UPDATE_USER, values));
  return rows[0];
}

function valuesOf(call: Call, write: UserWrite, event: EventRow | undefined): unknown[] {
  const { columns, receivedGroups } = write;
  return [
    ...callerValues(call.tenant, call.credential),
    write.id,
    columns.userName,
    columns.userNameKey,
    columns.externalId,
    columns.displayName,
    columns.givenName,
    columns.familyName,
    columns.email,
    columns.emailKey,
    columns.emailKeys,
    columns.active,
    columns.attributes,
    receivedGroups ? JSON.stringify(receivedGroups) : null,
    event ? eventJson(event) : null,
  ];
}

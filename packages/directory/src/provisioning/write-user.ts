import type { Call } from "@rollcall/scim";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { type EventRow, eventJson } from "../events/event-row.ts";
import type { Change } from "../events/provisioning-event.ts";
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

/**
 * The caller, and the user as written: none when the caller lost the right, or another writer was faster. With it the
 * sessions that a deactivation ended, as a change of its event.
 */
export type WrittenRow = CallerRow &
  Partial<UserWithGroups> & { readonly sessionChanges?: readonly Change[] | null };

/** $3 to $16: what both statements write. */
const COLUMNS = `"userName", "userNameKey", "externalId", "displayName", "givenName", "familyName",
  email, "emailKey", "emailKeys", active, attributes`;
const VALUES = `$4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text, $12::text[], $13::boolean, $14::jsonb`;

/** The event's tenant and token are the caller's: the statement that writes a new user learns them only now. */
const EVENT = `event AS (
    INSERT INTO "ProvisioningEvent"
    SELECT e.* FROM caller, written, json_populate_record(
             json_populate_record(NULL::"ProvisioningEvent",
               json_build_object('tenantId', caller."tenantId", 'tokenId', caller."tokenId")), $16::json) e
     WHERE $16 IS NOT NULL)`;

/**
 * Two questions, not one with OR: each has an index that answers it whole, also in a plan made while the table was empty,
 * where the planner would read the tenant from end to end instead.
 */
const RIVALS = `EXISTS (
       SELECT 1 FROM "User" rival WHERE rival."tenantId" = ${TENANT} AND rival."userNameKey" = $5)
     OR EXISTS (
       SELECT 1 FROM "User" rival
        WHERE rival."tenantId" = ${TENANT} AND rival."emailKey" = $11 AND rival."scimState" = 'none')`;

const INSERT_USER = `
  WITH ${CALLER}, written AS (
    INSERT INTO "User" AS u ("tenantId", id, ${COLUMNS}, "receivedGroups", "receivedGroupsAt",
                             source, "scimState", "deactivatedAt", "deactivatedBy", "lastProvisionedAt")
    SELECT caller."tenantId", $3::uuid, ${VALUES}, $15::jsonb, CASE WHEN $15 IS NOT NULL THEN now() END,
           'scim', 'live', CASE WHEN NOT $13 THEN now() END, CASE WHEN NOT $13 THEN 'scim:active' END, now()
      FROM caller
     WHERE standing = 'ok' AND NOT (strict AND $17::boolean) AND ($18::boolean OR NOT (${RIVALS}))
    ON CONFLICT DO NOTHING
    RETURNING ${userColumns("u")}), ${EVENT}
  SELECT caller.*, written.*, NULL::json AS groups FROM caller LEFT JOIN written ON true`;

/** Sessions of whoever is not active any more end in the same statement, so that there is no moment between. */
const END_SESSIONS = `ended AS (
    UPDATE "Session" s SET "revokedAt" = now(), "revokedReason" = 'deactivated'
      FROM written WHERE NOT written.active AND s."tenantId" = ${TENANT} AND s."userId" = written.id AND s."revokedAt" IS NULL
    RETURNING s.*)`;

/** The receipt of a deactivation: what ended with it, and when. */
const RECEIPT = `receipt AS (
    SELECT jsonb_build_array(jsonb_build_object('attribute', 'sessions', 'after', '[]'::jsonb, 'before',
             jsonb_agg(jsonb_build_object('method', method, 'createdAt', "createdAt", 'lastSeenAt', "lastSeenAt",
                                          'endedAt', "revokedAt") ORDER BY "createdAt"))) AS changes
      FROM ended WHERE "expiresAt" > now() HAVING count(*) > 0)`;

const EVENT_WITH_RECEIPT = `event AS (
    INSERT INTO "ProvisioningEvent"
    SELECT e.* FROM written, json_populate_record(
             json_populate_record(NULL::"ProvisioningEvent", $16::json), COALESCE(
             (SELECT json_build_object('changes', COALESCE($16::jsonb -> 'changes', '[]') || changes) FROM receipt),
             '{}'::json)) e
     WHERE $16 IS NOT NULL)`;

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
    RETURNING ${userColumns("u")}, ${groupsColumn("u")}), ${END_SESSIONS}, ${RECEIPT}, ${EVENT_WITH_RECEIPT}
  SELECT caller.*, written.*, (SELECT changes FROM receipt) AS "sessionChanges" FROM caller LEFT JOIN written ON true`;

/** Whether a user may be inserted beside people who have the userName or, unknown to SCIM yet, the address. */
export type Rivals = "looked at" | "not looked at";

/**
 * Writes a new user, its event and the check of the caller in one statement.
 *
 * @param event undefined when the transaction around records it itself
 * @returns no user when there are rivals nobody has looked at, or a strict connection refuses the request
 */
export async function insertUser(
  to: Queryable,
  call: Call,
  write: UserWrite,
  rivals: Rivals,
  event: EventRow | undefined,
): Promise<WrittenRow | undefined> {
  const refusedIfStrict = call.deviations.some((deviation) => deviation.error !== undefined);
  const values = [...valuesOf(call, write, event), refusedIfStrict, rivals === "looked at"];
  const { rows } = await to.query<WrittenRow>(statement(INSERT_USER, values));
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

import type { Call } from "@rollcall/scim";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { unexpiredSql } from "../accounts/end-sessions.ts";
import type { EventRow } from "../events/event-row.ts";
import type { Ask } from "./batches.ts";
import { callerValues, TENANT } from "./caller.ts";
import {
  eventOf,
  ITEM_COLUMNS,
  stampColumns,
  USER_COLUMNS,
  type UserWrite,
  userItem,
  userStatement,
} from "./write-user.ts";

/** The state that an update may overwrite, and only that. */
export interface Expected {
  readonly version: number;
  readonly scimState: "none" | "live" | "deleted";
  /** Whether an admin may be deactivated: only where the transaction makes sure that another remains. */
  readonly mayBeAdmin?: boolean;
  /** Whether the person was active. */
  readonly active: boolean;
}

const EXPECTED = `"expectedVersion" int, "expectedState" "ScimState", "wasActive" boolean, "mayBeAdmin" boolean`;

/** The part that writes the rows. @param more what else is set @param condition what else must hold */
function written(more: string, condition: string): string {
  return `written AS (
    UPDATE "User" u
       SET (${USER_COLUMNS}) = ROW(${ITEM_COLUMNS}),
           "receivedGroups" = COALESCE(i."receivedGroups", u."receivedGroups"),
           "receivedGroupsAt" = CASE WHEN i."receivedGroups" IS NULL THEN u."receivedGroupsAt" ELSE now() END, ${more}
           version = u.version + 1, "updatedAt" = now(), "lastProvisionedAt" = now()
      FROM item i
     WHERE u."tenantId" = ${TENANT} AND u.id = i.id AND u.version = i."expectedVersion"
       AND u."scimState" = i."expectedState" ${condition}
    RETURNING i.n, ${stampColumns("u")})`;
}

/** A user of SCIM who is active before and after: nobody is shut out, nobody comes in. */
const UPDATE_ACTIVE = userStatement(
  EXPECTED,
  `${written("", "AND u.active")}, done AS (SELECT * FROM written), event AS (
    INSERT INTO "ProvisioningEvent"
    SELECT e.* FROM caller, done JOIN item i USING (n), ${eventOf()} e WHERE i.event IS NOT NULL)`,
);

/** Who was deleted comes back without the rights of before. */
const STANDING = `
           source = 'scim', "scimState" = 'live',
           (role, "passwordHash", recovery) = ROW(
             CASE WHEN u."scimState" <> 'deleted' THEN u.role END,
             CASE WHEN u."scimState" <> 'deleted' THEN u."passwordHash" END,
             u."scimState" <> 'deleted' AND u.recovery),
           "deactivatedAt" = CASE WHEN i.active THEN NULL WHEN u.active THEN now() ELSE u."deactivatedAt" END,
           "deactivatedBy" = CASE WHEN i.active THEN NULL WHEN u.active THEN 'scim:active' ELSE u."deactivatedBy" END,`;

const SHUTS_OUT_NO_ADMIN = `
       AND ((i.active OR NOT u.active) AND i."expectedState" <> 'none' OR i."mayBeAdmin"
            OR ${effectiveRoleSql("u")} <> 'admin')`;

/**
 * Sessions of whoever is not active any more end in the same statement, so that there is no moment between. So do those
 * of someone who becomes active: a sign-in that was under way at the deactivation may have left one.
 */
const END_SESSIONS = `ended AS (
    UPDATE "Session" s SET "revokedAt" = now(), "revokedReason" = 'deactivated'
      FROM written JOIN item i USING (n)
     WHERE (NOT i.active OR NOT i."wasActive")
       AND s."tenantId" = ${TENANT} AND s."userId" = written.id AND s."revokedAt" IS NULL
    RETURNING s.*, i.n)`;

/** The receipts of deactivations: what ended with each, and when. */
const RECEIPTS = `receipt AS (
    SELECT n, jsonb_build_array(jsonb_build_object('attribute', 'sessions', 'after', '[]'::jsonb, 'before',
             jsonb_agg(jsonb_build_object('method', method, 'createdAt', "createdAt", 'lastSeenAt', "lastSeenAt",
                                          'endedAt', "revokedAt") ORDER BY "createdAt"))) AS changes
      FROM ended WHERE ${unexpiredSql()} GROUP BY n)`;

const UPDATE_STANDING = userStatement(
  EXPECTED,
  `${written(STANDING, SHUTS_OUT_NO_ADMIN)}, ${END_SESSIONS}, ${RECEIPTS},
  done AS (SELECT written.*, receipt.changes AS "sessionChanges" FROM written LEFT JOIN receipt USING (n)),
  event AS (
    INSERT INTO "ProvisioningEvent"
    SELECT e.* FROM caller, done JOIN item i USING (n), ${eventOf(`done."sessionChanges"`)} e WHERE i.event IS NOT NULL)`,
);

/** The write that overwrites one state of a user with the next: compare and swap, with its event and the check of the caller. */
export function updateUser(
  call: Call,
  write: UserWrite,
  expected: Expected,
  event: EventRow | undefined,
): Ask {
  const { version, scimState, active, mayBeAdmin = false } = expected;
  const staysActive = active && write.columns.active && scimState === "live";
  const more = { expectedVersion: version, expectedState: scimState, wasActive: active, mayBeAdmin };
  return {
    statement: staysActive ? UPDATE_ACTIVE : UPDATE_STANDING,
    caller: callerValues(call.tenant, call.credential),
    item: userItem(write, event, more),
  };
}

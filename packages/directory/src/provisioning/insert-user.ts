import type { Call } from "@rollcall/scim";
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

/**
 * Who has the userName, or is unknown to SCIM yet and has the address. Two questions, not one with OR, and each of one
 * value: so the planner has an index that answers it whole, and no way to answer it for all items at once by reading the
 * tenant from end to end.
 */
const RIVALS = `COALESCE(
       (SELECT true FROM "User" rival
         WHERE rival."tenantId" = ${TENANT} AND rival."userNameKey" = i."userNameKey" LIMIT 1),
       (SELECT true FROM "User" rival
         WHERE rival."tenantId" = ${TENANT} AND rival."emailKey" = i."emailKey" AND rival."scimState" = 'none' LIMIT 1),
       false)`;

const INSERT_USERS = userStatement(
  `"refusedIfStrict" boolean, "rivalsKnown" boolean`,
  `written AS (
    INSERT INTO "User" AS u ("tenantId", id, ${USER_COLUMNS}, "receivedGroups", "receivedGroupsAt",
                             source, "scimState", "deactivatedAt", "deactivatedBy", "lastProvisionedAt")
    SELECT caller."tenantId", i.id, ${ITEM_COLUMNS},
           i."receivedGroups", CASE WHEN i."receivedGroups" IS NOT NULL THEN now() END,
           'scim', 'live', CASE WHEN NOT i.active THEN now() END, CASE WHEN NOT i.active THEN 'scim:active' END, now()
      FROM caller, item i
     WHERE standing = 'ok' AND NOT (strict AND i."refusedIfStrict") AND (i."rivalsKnown" OR NOT ${RIVALS})
     ORDER BY i."userNameKey"
    ON CONFLICT DO NOTHING
    RETURNING ${stampColumns("u")}),
  done AS (SELECT i.n, written.* FROM item i JOIN written USING (id)),
  event AS (
    INSERT INTO "ProvisioningEvent"
    SELECT e.* FROM caller, done JOIN item i USING (n), ${eventOf()} e WHERE i.event IS NOT NULL)`,
);

/** Whether a user may be inserted beside people who have the userName or, unknown to SCIM yet, the address. */
export type Rivals = "looked at" | "not looked at";

/**
 * The write of a new user, with its event and the check of the caller.
 *
 * @returns a write that gives no row when there are rivals nobody has looked at, or a strict connection refuses the request
 */
export function insertUser(call: Call, write: UserWrite, rivals: Rivals, event: EventRow | undefined): Ask {
  const refusedIfStrict = call.deviations.some((deviation) => deviation.error !== undefined);
  return {
    statement: INSERT_USERS,
    caller: callerValues(call.tenant, call.credential),
    item: userItem(write, event, { refusedIfStrict, rivalsKnown: rivals === "looked at" }),
  };
}

import type { Call, Outcome, ScimError, UserRecord } from "@rollcall/scim";
import { userSubject } from "../events/subject.ts";
import { CALLER, type CallerRow, callerValues, connectionView, TENANT } from "./caller.ts";
import { idOrNull } from "./ids.ts";
import type { Provisioning } from "./provisioning.ts";
import { statement } from "./statement.ts";
import { groupsColumn, hasUser, type UserWithGroups, userColumns, userRecord } from "./user-row.ts";

const GET_USER = `
  WITH ${CALLER}, found AS (
    SELECT ${userColumns("u")}, ${groupsColumn("u")}
      FROM "User" u
     WHERE u."tenantId" = ${TENANT} AND u.id = $3 AND u."scimState" = 'live')
  SELECT caller.*, found.* FROM caller LEFT JOIN found ON true`;

/** The answer to an id that SCIM does not know here. */
export function unknownUser(id: string): ScimError {
  return {
    code: "user.unknown_id",
    status: 404,
    detail: `There is no user with id "${id.slice(0, 100)}". It may have been deleted: unassign and assign the person again in your identity provider.`,
  };
}

/** GET /Users/{id}: caller and user in one statement. RFC 7644 §3.4.1. */
export async function getUser(to: Provisioning, call: Call, id: string): Promise<Outcome<UserRecord>> {
  const values = [...callerValues(call.tenant, call.credential), idOrNull(id)];
  const { rows } = await to.db.pool.query<CallerRow & Partial<UserWithGroups>>(statement(GET_USER, values));
  const admission = await to.admit(call, rows[0]);
  if (!admission.admitted) return admission.outcome;
  const { caller } = admission;
  const row = rows[0];
  if (!hasUser(row)) {
    const event = { operation: "user.read", resourceType: "User", subjectKeys: [id] } as const;
    return to.reject(call, caller, unknownUser(id), event);
  }
  const user = userRecord(row, row.groups ?? []);
  to.note(call, caller, {
    operation: "user.read",
    outcome: "lookup",
    status: 200,
    resourceType: "User",
    resourceId: user.id,
    ...userSubject(user.resource, user.id),
  });
  return { ok: true, value: user, connection: connectionView(caller) };
}

import type { Call, Outcome, ScimError, UserRecord } from "@rollcall/scim";
import { userSubject } from "../events/subject.ts";
import { matchKey } from "../policies/match-key.ts";
import { type Answer, type Ask, type BatchStatement, batchStatement } from "./batches.ts";
import { callerValues, connectionView, TENANT } from "./caller.ts";
import { idOrNull } from "./ids.ts";
import type { Provisioning } from "./provisioning.ts";
import { groupsColumn, type UserWithGroups, userColumns, userRecord } from "./user-row.ts";

/** What names one person, or nobody. */
export interface UserKey {
  readonly attribute: "id" | "userName";
  readonly value: string;
}

const BY_ID = userBy("id uuid", "u.id = i.id");
const BY_USER_NAME = userBy(`"userNameKey" text`, `u."userNameKey" = i."userNameKey"`);

/** LIMIT 1 keeps the planner from joining: each item is looked up by its key. */
function userBy(column: string, condition: string): BatchStatement {
  return batchStatement(
    column,
    `done AS (
    SELECT i.n, found.* FROM item i CROSS JOIN LATERAL (
      SELECT ${userColumns("u")}, ${groupsColumn("u")} FROM "User" u
       WHERE u."tenantId" = ${TENANT} AND ${condition} AND u."scimState" = 'live' LIMIT 1) found)`,
  );
}

/** The caller, and the user whom a key names. */
export function readUser(
  to: Provisioning,
  call: Call,
  { attribute, value }: UserKey,
): Promise<Answer<UserWithGroups> | undefined> {
  const caller = callerValues(call.tenant, call.credential);
  const ask: Ask =
    attribute === "id"
      ? { statement: BY_ID, caller, item: JSON.stringify({ id: idOrNull(value) }) }
      : { statement: BY_USER_NAME, caller, item: JSON.stringify({ userNameKey: matchKey(value) }) };
  return to.reads.ask(ask);
}

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
  const read = await readUser(to, call, { attribute: "id", value: id });
  const admission = await to.admit(call, read?.caller);
  if (!admission.admitted) return admission.outcome;
  const { caller } = admission;
  const row = read?.row;
  if (row == null) {
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

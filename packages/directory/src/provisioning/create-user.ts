import { uuidv7 } from "@rollcall/db";
import type { Call, Outcome, UserDraft, UserRecord } from "@rollcall/scim";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { type EventRow, eventRow } from "../events/event-row.ts";
import type { EventDraft } from "../events/provisioning-event.ts";
import { userSubject } from "../events/subject.ts";
import { type Candidate, type Match, matchPerson } from "../policies/match-person.ts";
import { CALLER, type Caller, type CallerRow, callerValues, connectionView, TENANT } from "./caller.ts";
import { type GroupsValue, groupsValue } from "./groups-value.ts";
import { type PreparedUser, prepareUser } from "./prepare-user.ts";
import type { Provisioning } from "./provisioning.ts";
import { ATTEMPTS, BUSY, isUniqueViolation } from "./refusal.ts";
import { type Queryable, statement } from "./statement.ts";
import { hasUser, type UserWithGroups, userRecord } from "./user-row.ts";
import { insertUser, type UserWrite, updateUser, type WrittenRow } from "./write-user.ts";
import { writeWithGroups } from "./write-with-groups.ts";

/** Everyone who may be the person: by userName whoever it is, by address those that SCIM does not know yet. */
const CANDIDATES = `
  WITH ${CALLER}, candidate AS (
    SELECT u.id, u."userName", u."userNameKey", u."emailKey", u."externalId", u."scimState", u.version,
           ${effectiveRoleSql("u")} = 'admin' AS "isAdmin"
      FROM "User" u
     WHERE u."tenantId" = ${TENANT}
       AND (u."userNameKey" = $3 OR (u."emailKey" = $4 AND u."scimState" = 'none'))
     ORDER BY u.id)
  SELECT caller.*, candidate.* FROM caller LEFT JOIN candidate ON true`;

/** POST /Users. One statement where nobody of that userName or address was ever here. RFC 7644 §3.3 */
export async function createUser(
  to: Provisioning,
  call: Call,
  draft: UserDraft,
): Promise<Outcome<UserRecord>> {
  const prepared = prepareUser(draft.resource);
  if (!prepared.ok) return to.refuse(call, prepared.error);
  const first = await insertNewcomer(to, call, prepared.value, draft);
  if (first !== undefined) {
    const admission = await to.admit(call, first);
    if (!admission.admitted) return admission.outcome;
    if (hasUser(first)) return created(admission.caller, first);
  }
  return createKnown(to, call, prepared.value, draft);
}

/** Writes someone who is new in every respect. Teams to be made need a transaction, so they wait for the other way. */
async function insertNewcomer(
  to: Provisioning,
  call: Call,
  prepared: PreparedUser,
  draft: UserDraft,
): Promise<WrittenRow | undefined> {
  const groups = groupsValue(draft.groups, true);
  if (groups.wanted?.names.length) return undefined;
  const write = { id: uuidv7(), columns: prepared.columns, receivedGroups: groups.wanted?.names };
  const event = eventRow(call, {}, createdEvent(prepared, write.id, "new", groups));
  return insertUser(to.db.pool, call, write, "not looked at", event);
}

/** Looks at everyone who may be this person, and links, brings back, refuses or makes anew. */
async function createKnown(
  to: Provisioning,
  call: Call,
  prepared: PreparedUser,
  draft: UserDraft,
): Promise<Outcome<UserRecord>> {
  const { userNameKey, emailKey, externalId } = prepared.columns;
  for (let attempt = 1; ; attempt++) {
    const values = [...callerValues(call.tenant, call.credential), userNameKey, emailKey];
    const { rows } = await to.db.pool.query<CallerRow & Candidate>(statement(CANDIDATES, values));
    const admission = await to.admit(call, rows[0]);
    if (!admission.admitted) return admission.outcome;
    const { caller } = admission;
    const candidates = rows.filter((row) => row.id !== null);
    const match = matchPerson({ userNameKey, emailKey, externalId }, candidates, caller.linkMembers);
    if (!match.ok) return to.reject(call, caller, match.error);
    const written = await write(to, call, caller, match.value, prepared, draft);
    if (hasUser(written)) return created(caller, written);
    // Someone else created the same person meanwhile, or the token was retired: look again.
    if (attempt >= ATTEMPTS) return to.reject(call, caller, BUSY);
  }
}

async function write(
  to: Provisioning,
  call: Call,
  caller: Caller,
  match: Match,
  prepared: PreparedUser,
  draft: UserDraft,
): Promise<WrittenRow | undefined> {
  const groups = groupsValue(draft.groups, caller.honourGroups && !caller.strict);
  const id = match.kind === "new" ? uuidv7() : match.candidate.id;
  const write: UserWrite = { id, columns: prepared.columns, receivedGroups: groups.wanted?.names };
  const event = createdEvent(prepared, id, match.kind, groups);
  const put = (client: Queryable, row?: EventRow) =>
    match.kind === "new"
      ? insertUser(client, call, write, "looked at", row)
      : updateUser(client, call, write, match.candidate, row);
  try {
    if (!groups.wanted?.names.length) return await put(to.db.pool, eventRow(call, caller, event));
    return await writeWithGroups(to, call, caller, groups.wanted, event, id, (client) => put(client));
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

function created(caller: Caller, row: UserWithGroups): Outcome<UserRecord> {
  return { ok: true, value: userRecord(row, row.groups ?? []), connection: connectionView(caller) };
}

function createdEvent(
  prepared: PreparedUser,
  id: string,
  match: Match["kind"],
  groups: GroupsValue,
): EventDraft {
  return {
    operation: "user.create",
    outcome: "applied",
    status: 201,
    resourceType: "User",
    resourceId: id,
    ...userSubject(prepared.resource, id),
    groupsValue: groups.received,
    response: { id, match },
  };
}

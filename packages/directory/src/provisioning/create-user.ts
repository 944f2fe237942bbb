import { uuidv7 } from "@rollcall/db";
import type { Call, GroupRef, Outcome, UserDraft, UserRecord } from "@rollcall/scim";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { type EventRow, eventRow } from "../events/event-row.ts";
import type { EventDraft } from "../events/provisioning-event.ts";
import { userSubject } from "../events/subject.ts";
import { type Candidate, type Match, matchPerson } from "../policies/match-person.ts";
import { type Answer, askAlone } from "./batches.ts";
import { CALLER, type Caller, type CallerRow, callerValues, connectionView, TENANT } from "./caller.ts";
import { type GroupsValue, groupsValue } from "./groups-value.ts";
import { insertUser } from "./insert-user.ts";
import { type PreparedUser, prepareUser } from "./prepare-user.ts";
import type { Provisioning } from "./provisioning.ts";
import { groupsOf } from "./read-user.ts";
import { ATTEMPTS, BUSY, isUniqueViolation } from "./refusal.ts";
import { statement } from "./statement.ts";
import { updateUser } from "./update-user.ts";
import { type Stamp, type UserWrite, writtenUser } from "./write-user.ts";
import { writeWithGroups } from "./write-with-groups.ts";

/** Everyone who may be the person: by userName whoever it is, by address those that SCIM does not know yet. */
const CANDIDATES = `
  WITH ${CALLER}, candidate AS (
    SELECT u.id, u."userName", u."userNameKey", u."emailKey", u."externalId", u."scimState", u.active, u.version,
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
    const admission = await to.admit(call, first.written.caller);
    if (!admission.admitted) return admission.outcome;
    if (first.written.row) return created(admission.caller, first.write, first.written.row, []);
  }
  return createKnown(to, call, prepared.value, draft);
}

/** Writes someone who is new in every respect. Teams to be made need a transaction, so they wait for the other way. */
async function insertNewcomer(
  to: Provisioning,
  call: Call,
  prepared: PreparedUser,
  draft: UserDraft,
): Promise<{ readonly write: UserWrite; readonly written: Answer<Stamp> } | undefined> {
  const groups = groupsValue(draft.groups, true);
  if (groups.wanted?.names.length) return undefined;
  const write = { id: uuidv7(), columns: prepared.columns, receivedGroups: groups.wanted?.names };
  const event = eventRow(call, {}, createdEvent(prepared, write.id, "new", groups));
  const written = await to.writes.ask(insertUser(call, write, "not looked at", event));
  return written && { write, written };
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
    const made = await write(to, call, caller, match.value, prepared, draft);
    if (made !== undefined) return made;
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
): Promise<Outcome<UserRecord> | undefined> {
  const groups = groupsValue(draft.groups, caller.honourGroups && !caller.strict);
  const id = match.kind === "new" ? uuidv7() : match.candidate.id;
  const write: UserWrite = { id, columns: prepared.columns, receivedGroups: groups.wanted?.names };
  const event = createdEvent(prepared, id, match.kind, groups);
  const put = (row?: EventRow) =>
    match.kind === "new"
      ? insertUser(call, write, "looked at", row)
      : updateUser(call, write, match.candidate, row);
  try {
    if (groups.wanted?.names.length) {
      const { wanted } = groups;
      const both = await writeWithGroups(to, call, caller, wanted, event, id, (client) =>
        askAlone<Stamp>(client, put()),
      );
      return both ? created(caller, write, both.row, both.groups) : undefined;
    }
    const written = await to.writes.ask(put(eventRow(call, caller, event)));
    if (!written?.row) return undefined;
    const teams = match.kind === "new" ? [] : await groupsOf(to.db.pool, caller.tenantId, id);
    return created(caller, write, written.row, teams);
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

function created(
  caller: Caller,
  write: UserWrite,
  stamp: Stamp,
  groups: readonly GroupRef[] | null,
): Outcome<UserRecord> {
  return { ok: true, value: writtenUser(write, stamp, groups), connection: connectionView(caller) };
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

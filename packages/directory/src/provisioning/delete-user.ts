import { type Call, type Outcome, type Precondition, unmetCondition } from "@rollcall/scim";
import type { ClientBase } from "pg";
import { endSessions, sessionChanges } from "../accounts/end-sessions.ts";
import { eventRow } from "../events/event-row.ts";
import { userSubject } from "../events/subject.ts";
import { writeEvent } from "../events/write-event.ts";
import { keepingAnAdmin, lockTeams, touchTeams } from "./attribute-memberships.ts";
import { askAlone } from "./batches.ts";
import { type Caller, connectionView } from "./caller.ts";
import { unknownUser } from "./get-user.ts";
import type { Provisioning } from "./provisioning.ts";
import { lockUser, type UserToChange, userToChangeOf } from "./read-user.ts";
import { Overtaken, Refusal } from "./refusal.ts";
import { statement } from "./statement.ts";
import { userResource } from "./user-row.ts";

/**
 * DELETE /Users/{id}. For SCIM the user is gone: 404, in no list, the userName free. The tenant keeps the record,
 * deactivated, without teams and sessions. RFC 7644 §3.6
 */
export async function deleteUser(
  to: Provisioning,
  call: Call,
  id: string,
  precondition: Precondition,
): Promise<Outcome<void>> {
  const read = await to.readsToChange.ask(userToChangeOf(call, id));
  const admission = await to.admit(call, read?.caller);
  if (!admission.admitted) return admission.outcome;
  const { caller } = admission;
  const row = read?.row;
  if (!row) {
    return to.reject(call, caller, unknownUser(id), { resourceType: "User", subjectKeys: [id] });
  }
  const known = {
    resourceType: "User",
    resourceId: row.id,
    ...userSubject(userResource(row), row.id),
  } as const;
  try {
    await to.db.transaction((client) => remove(client, call, caller, row.id, precondition));
    return { ok: true, value: undefined, connection: connectionView(caller) };
  } catch (error) {
    if (error instanceof Overtaken) return deleteUser(to, call, id, precondition);
    if (error instanceof Refusal) return to.reject(call, caller, error.error, known);
    throw error;
  }
}

const TEAMS_OF = `SELECT DISTINCT "teamId" AS id FROM "Membership" WHERE "tenantId" = $1 AND "userId" = $2`;

const DROP_MEMBERSHIPS = `DELETE FROM "Membership" WHERE "tenantId" = $1 AND "userId" = $2`;

const MARK_DELETED = `
  UPDATE "User"
     SET "scimState" = 'deleted', active = false, "deactivatedBy" = CASE WHEN active THEN 'scim:delete' ELSE "deactivatedBy" END,
         "deactivatedAt" = COALESCE("deactivatedAt", now()), version = version + 1, "updatedAt" = now(),
         "lastProvisionedAt" = now(), "receivedGroups" = NULL
   WHERE "tenantId" = $1 AND id = $2`;

async function remove(
  client: ClientBase,
  call: Call,
  caller: Caller,
  id: string,
  precondition: Precondition,
): Promise<void> {
  const key = [caller.tenantId, id];
  const { rows } = await client.query<{ id: string }>(statement(TEAMS_OF, key));
  const teams = rows.map((team) => team.id);
  await lockTeams(client, caller, teams);
  await lockUser(client, caller.tenantId, id);
  const read = await askAlone<UserToChange>(client, userToChangeOf(call, id));
  if (read?.caller.standing !== "ok") throw new Overtaken();
  const user = read.row;
  if (!user) throw new Refusal(unknownUser(id));
  const unmet = unmetCondition(precondition, user.version);
  if (unmet !== undefined) throw new Refusal(unmet);
  await keepingAnAdmin(client, caller, user.isAdmin && user.active, async () => {
    await client.query(statement(DROP_MEMBERSHIPS, key));
    await client.query(statement(MARK_DELETED, key));
  });
  await touchTeams(client, caller, teams);
  const ended = await endSessions(client, caller.tenantId, id, "deactivated");
  const groups = (user.groups ?? []).map((group) => group.display);
  const event = eventRow(call, caller, {
    operation: "user.delete",
    outcome: "applied",
    status: 204,
    resourceType: "User",
    resourceId: id,
    ...userSubject(userResource(user), id),
    changes: [
      { attribute: "active", before: user.active, after: false },
      ...(groups.length > 0 ? [{ attribute: "groups", before: groups, after: [] }] : []),
      ...sessionChanges(ended),
    ],
  });
  await writeEvent(client, event);
}

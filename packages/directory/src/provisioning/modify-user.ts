import { setTimeout as sleep } from "node:timers/promises";
import {
  type Call,
  type Outcome,
  type Precondition,
  type UserChange,
  type UserRecord,
  unmetCondition,
} from "@rollcall/scim";
import { userSubject } from "../events/subject.ts";
import { type Caller, connectionView } from "./caller.ts";
import { unknownUser } from "./get-user.ts";
import { groupsValue } from "./groups-value.ts";
import type { Provisioning } from "./provisioning.ts";
import { recordReceivedGroups, userToChangeOf } from "./read-user.ts";
import { ATTEMPTS, BUSY } from "./refusal.ts";
import { changesNothing, planUserChange, sameNames, type UserChangePlan } from "./user-change-plan.ts";
import { conflictOfChange } from "./user-conflict.ts";
import { userRecord, userResource } from "./user-row.ts";
import { writeUserChange } from "./write-user-change.ts";

/** PUT and PATCH /Users/{id}: worked out on what was read, written only over that. RFC 7644 §3.5 */
export async function modifyUser(
  to: Provisioning,
  call: Call,
  id: string,
  change: UserChange,
  precondition: Precondition,
): Promise<Outcome<UserRecord>> {
  for (let attempt = 1; ; attempt++) {
    const names = groupsValue(change.groups, true).wanted?.names;
    const read = await to.readsToChange.ask(userToChangeOf(call, id, names));
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
    const unmet = unmetCondition(precondition, row.version);
    if (unmet !== undefined) return to.reject(call, caller, unmet, known);
    const planned = planUserChange(call, caller, row, change);
    if (!planned.ok) return to.reject(call, caller, planned.error, known);
    if (changesNothing(planned.value)) return unchanged(to, call, caller, planned.value);
    const conflict = await conflictOfChange(to.db.pool, caller, row, planned.value.after.columns);
    if (conflict !== undefined) return to.reject(call, caller, conflict, known);
    const written = await writeUserChange(to, call, caller, planned.value);
    if (!written.ok) return to.reject(call, caller, written.error, known);
    if (written.value !== undefined) {
      return { ok: true, value: written.value, connection: connectionView(caller) };
    }
    if (attempt >= ATTEMPTS) return to.reject(call, caller, BUSY, known);
    await sleep(Math.random() * 2 * attempt);
  }
}

async function unchanged(
  to: Provisioning,
  call: Call,
  caller: Caller,
  { before, groups, event }: UserChangePlan,
): Promise<Outcome<UserRecord>> {
  if (groups.wanted && !sameNames(before, groups)) {
    await recordReceivedGroups(to.db.pool, caller.tenantId, before.id, groups.wanted.names);
  }
  const response = { id: before.id, version: before.version };
  to.note(call, caller, { ...event, outcome: "no_change", changes: [], response });
  if (groups.wanted) to.touched(caller.tenantId, before.attributeTeams ?? []);
  return { ok: true, value: userRecord(before, before.groups ?? []), connection: connectionView(caller) };
}

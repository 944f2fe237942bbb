import type { Call, Result, UserChange, UserResource } from "@rollcall/scim";
import { jsonEqual } from "@rollcall/scim";
import { changesBetween } from "../events/changes.ts";
import type { EventDraft } from "../events/provisioning-event.ts";
import { userSubject } from "../events/subject.ts";
import { matchKey } from "../policies/match-key.ts";
import type { Caller } from "./caller.ts";
import { type GroupsValue, groupsValue } from "./groups-value.ts";
import { type PreparedUser, prepareUser } from "./prepare-user.ts";
import type { UserToChange } from "./read-user.ts";
import { userResource } from "./user-row.ts";

/** A change worked out on one state of a user. */
export interface UserChangePlan {
  readonly before: UserToChange;
  readonly after: PreparedUser;
  readonly groups: GroupsValue;
  readonly event: EventDraft;
}

/** Works a change out, without writing anything. */
export function planUserChange(
  call: Call,
  caller: Caller,
  before: UserToChange,
  change: UserChange,
): Result<UserChangePlan> {
  const current = userResource(before);
  const applied = change.apply(current, caller.strict);
  if (!applied.ok) return applied;
  const after = prepareUser(followUserName(current, applied.value));
  if (!after.ok) return after;
  const groups = groupsValue(change.groups, caller.honourGroups && !caller.strict);
  const resource = after.value.resource;
  const event: EventDraft = {
    operation: operation(call, before.active, after.value.columns.active),
    outcome: "applied",
    status: 200,
    resourceType: "User",
    resourceId: before.id,
    subject: userSubject(resource).subject,
    subjectKeys: [...userSubject(current, before.id).subjectKeys, ...userSubject(resource).subjectKeys],
    groupsValue: groups.received,
    changes: changesBetween(current, resource),
    response: { id: before.id, version: before.version + 1 },
  };
  return { ok: true, value: { before, after: after.value, groups, event } };
}

/** The address that was only the userName goes along when the userName changes. */
function followUserName(current: UserResource, next: UserResource): UserResource {
  if (current.userName === next.userName || !jsonEqual(current.emails, next.emails)) return next;
  const derived = [{ value: current.userName ?? null, type: "work", primary: true }];
  if (!jsonEqual(current.emails, derived)) return next;
  const { emails: _derived, ...others } = next;
  return others;
}

function operation(call: Call, before: boolean, after: boolean): EventDraft["operation"] {
  if (before !== after) return after ? "user.reactivate" : "user.deactivate";
  return call.method === "PUT" ? "user.replace" : "user.update";
}

/** Whether the resource and the teams stay as they are. */
export function changesNothing({ before, groups, event }: UserChangePlan): boolean {
  return event.changes?.length === 0 && sameTeams(before, groups);
}

/** Whether the `groups` value asks for the teams that came through it already. */
export function sameTeams(before: UserToChange, { wanted }: GroupsValue): boolean {
  if (wanted === undefined) return true;
  const current = new Set(before.attributeTeams ?? []);
  const named = new Map((before.namedTeams ?? []).map((team) => [team.key, team.id]));
  const target = new Set([...wanted.names.map((name) => named.get(matchKey(name))), ...wanted.ids]);
  return target.size === current.size && [...target].every((id) => id !== undefined && current.has(id));
}

/** Whether the names in `groups` are those received last. */
export function sameNames(before: UserToChange, { wanted }: GroupsValue): boolean {
  return wanted === undefined || jsonEqual(before.receivedGroups ?? undefined, wanted.names);
}

import { isJsonArray, type JsonValue } from "@rollcall/scim";
import type { Change } from "../../events/provisioning-event.ts";
import type { CheckEffects } from "./check.ts";
import type { Rehearsed } from "./rehearse-request.ts";

/** What would be different afterwards. @param changes what the record itself would become */
export function effectsOf(rehearsed: Rehearsed, changes: readonly Change[]): CheckEffects {
  const { event, members, newTeams } = rehearsed;
  const of = (attribute: string) => event.changes?.find((change) => change.attribute === attribute);
  const [groups, moved, sessions] = [of("groups"), of("members"), of("sessions")];
  const [before, after] = [textsOf(groups?.before), textsOf(groups?.after)];
  return {
    changes,
    joined: [...without(after, before), ...textsOf(moved?.after), ...members],
    left: [...without(before, after), ...textsOf(moved?.before)],
    newTeams,
    sessions: isJsonArray(sessions?.before) ? sessions.before.length : 0,
    roles: rolesOf(rehearsed),
  };
}

/** The texts of a list. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((each) => typeof each === "string") : [];
}

export function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
}

function rolesOf({ adminsBefore, adminsAfter }: Rehearsed): CheckEffects["roles"] {
  const only = (these: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...these].filter(([id]) => !others.has(id)).map(([, name]) => name);
  return [
    ...only(adminsAfter, adminsBefore).map((name) => ({ name, becomes: "admin" as const })),
    ...only(adminsBefore, adminsAfter).map((name) => ({ name, becomes: "no_admin" as const })),
  ];
}

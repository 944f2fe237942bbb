import type { Change, EventDraft, Warning } from "../events/provisioning-event.ts";
import { memberKeys } from "../events/subject.ts";
import type { MemberEffect } from "./member-steps.ts";

const MAX_NAMED = 25;

/** Who joined and who left, by name: `before` holds those who are no members any more, `after` those who now are. */
export function memberChanges({ joined, left }: MemberEffect): readonly Change[] {
  if (joined.size + left.size === 0) return [];
  return [{ attribute: "members", before: someNames(left), after: someNames(joined) }];
}

/** One warning for each id that is nobody here: the others were applied. */
export function memberWarnings({ unknown }: MemberEffect): readonly Warning[] {
  return [...unknown].slice(0, 100).map((value) => ({
    code: "group.member_unknown",
    detail: `No person here has the id "${value.slice(0, 100)}". The other members were applied; send this person first.`,
    value: value.slice(0, 100),
  }));
}

/** The identifiers of a group request: the group's own, and the people it moved. */
export function groupSubject(
  group: { readonly id: string; readonly displayName: string; readonly externalId: string | null },
  effect?: MemberEffect,
): Pick<EventDraft, "resourceType" | "resourceId" | "subject" | "subjectKeys"> {
  const people = effect
    ? memberKeys([...effect.joined.keys(), ...effect.left.keys(), ...effect.unknown])
    : [];
  return {
    resourceType: "Group",
    resourceId: group.id,
    subject: group.displayName,
    subjectKeys: [group.displayName, group.id, ...(group.externalId ? [group.externalId] : []), ...people],
  };
}

function someNames(people: ReadonlyMap<string, string>): string[] {
  const names = [...people.values()].slice(0, MAX_NAMED);
  return people.size > MAX_NAMED ? [...names, `+${people.size - MAX_NAMED}`] : names;
}

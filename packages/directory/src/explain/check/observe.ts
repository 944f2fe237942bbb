import type {
  Call,
  GroupChange,
  GroupDraft,
  GroupsEntry,
  ScimDirectory,
  UserRecord,
  UserResource,
} from "@rollcall/scim";

/** What passed between the protocol and the directory while one request was answered. */
export interface Observed {
  call?: Call;
  /** Whether the body was understood, so that a use-case was asked for. */
  understood?: boolean;
  /** The person as the body asks for it, before the directory has judged it. */
  user?: UserResource;
  groups?: readonly GroupsEntry[] | undefined;
  group?: GroupDraft | GroupChange;
  /** The person as written. */
  written?: UserRecord;
}

/** The same directory, with a look at what it is asked and answers. */
export function observe(directory: ScimDirectory, seen: Observed): ScimDirectory {
  return {
    ...directory,
    refuse(call, error) {
      seen.call = call;
      return directory.refuse(call, error);
    },
    async createUser(call, draft) {
      Object.assign(seen, { call, understood: true, user: draft.resource, groups: draft.groups });
      const outcome = await directory.createUser(call, draft);
      if (outcome.ok) seen.written = outcome.value;
      return outcome;
    },
    async modifyUser(call, id, change, precondition) {
      Object.assign(seen, { call, understood: true, groups: change.groups });
      const apply: typeof change.apply = (current, strict) => {
        const applied = change.apply(current, strict);
        if (applied.ok) seen.user = applied.value;
        return applied;
      };
      const outcome = await directory.modifyUser(call, id, { ...change, apply }, precondition);
      if (outcome.ok) seen.written = outcome.value;
      return outcome;
    },
    createGroup(call, draft, members) {
      Object.assign(seen, { call, understood: true, group: draft });
      return directory.createGroup(call, draft, members);
    },
    modifyGroup(call, id, change, precondition, members, atMost) {
      Object.assign(seen, { call, understood: true, group: change });
      return directory.modifyGroup(call, id, change, precondition, members, atMost);
    },
  };
}

import {
  foldCase,
  type GroupChange,
  type GroupRecord,
  type JsonObject,
  type MemberField,
  matches,
  type UserRecord,
} from "../../src/index.ts";
import { groupResource } from "../../src/render/group.ts";
import { notFound, taken } from "./refusal.ts";

export interface StoredGroup extends Omit<GroupRecord, "members"> {
  readonly memberIds: readonly string[];
}

/** The groups of a directory and who is in them. */
export class MemoryGroups {
  readonly records = new Map<string, StoredGroup>();
  /** Whether members come in pieces, as a large team's do. */
  streamMembers = false;
  private readonly users: ReadonlyMap<string, UserRecord>;

  constructor(users: ReadonlyMap<string, UserRecord>) {
    this.users = users;
  }

  of(id: string): StoredGroup {
    const group = this.records.get(id);
    if (!group) throw notFound("Group", id);
    return group;
  }

  /** The `groups` of a user. */
  ofUser(id: string): UserRecord["groups"] {
    return [...this.records.values()]
      .filter((group) => group.memberIds.includes(id))
      .map((group) => ({ value: group.id, display: group.displayName }));
  }

  /** Takes a user out of every group. */
  leave(id: string): void {
    for (const group of this.records.values()) {
      this.records.set(group.id, { ...group, memberIds: group.memberIds.filter((member) => member !== id) });
    }
  }

  /** Those of the ids that users have, each once. */
  known(ids: readonly string[]): readonly string[] {
    return [...new Set(ids)].filter((id) => this.users.has(id));
  }

  changed(group: StoredGroup, change: GroupChange, baseUrl: string): StoredGroup {
    const { displayName = group.displayName } = change;
    this.assertNameFree(displayName, group.id);
    const { externalId: before, ...rest } = group;
    const externalId = change.externalId === undefined ? before : (change.externalId ?? undefined);
    return {
      ...rest,
      ...(externalId !== undefined && { externalId }),
      displayName,
      memberIds: this.changedMembers(group.memberIds, change, baseUrl),
    };
  }

  record(group: StoredGroup, fields: readonly MemberField[], baseUrl: string): GroupRecord {
    const { memberIds, ...record } = group;
    if (fields.length === 0) return record;
    const members = memberIds.map((id) => {
      const member = this.member(id, baseUrl);
      return JSON.stringify(Object.fromEntries(fields.map((field) => [field, member[field]])));
    });
    const text = `[${members.join(",")}]`;
    return { ...record, members: this.streamMembers ? inPieces(text) : text };
  }

  /** The whole resource, for filters and sorts. */
  resource(group: StoredGroup, baseUrl: string): JsonObject {
    const members = group.memberIds.map((id) => this.member(id, baseUrl));
    return { ...groupResource(group, baseUrl), members };
  }

  assertNameFree(displayName: string, own: string | undefined): void {
    for (const [id, group] of this.records) {
      if (id !== own && foldCase(group.displayName) === foldCase(displayName)) throw taken("displayName");
    }
  }

  private changedMembers(before: readonly string[], change: GroupChange, baseUrl: string): readonly string[] {
    return change.members.reduce((ids, step) => {
      switch (step.kind) {
        case "add":
          return this.known(ids.concat(step.ids));
        case "remove":
          return ids.filter((id) => !step.ids.includes(id));
        case "removeWhere":
          return ids.filter((id) => !matches(step.filter, this.member(id, baseUrl)));
        default:
          return this.known(step.ids);
      }
    }, before);
  }

  private member(id: string, baseUrl: string): Record<MemberField, string> {
    const display = String(this.users.get(id)?.resource.displayName ?? this.users.get(id)?.resource.userName);
    return { value: id, $ref: `${baseUrl}/Users/${id}`, display, type: "User" };
  }
}

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 16) yield text.slice(at, at + 16);
}

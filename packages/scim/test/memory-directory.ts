import {
  type AnyRecord,
  type Call,
  type ConnectionView,
  compareCodePoints,
  foldCase,
  type GroupChange,
  type GroupDraft,
  type GroupListQuery,
  type GroupRecord,
  invalidCursor,
  type JsonObject,
  type JsonValue,
  type ListQuery,
  type MemberField,
  matches,
  matchesVersion,
  type Outcome,
  type Page,
  type Precondition,
  printFilter,
  type ScimDirectory,
  type ScimError,
  type UserChange,
  type UserDraft,
  type UserRecord,
  versionMismatch,
  versionTag,
} from "../src/index.ts";
import { groupResource } from "../src/render/group.ts";
import { userResource } from "../src/render/user.ts";

export const TOKEN = "the-token";

interface StoredGroup extends Omit<GroupRecord, "members"> {
  readonly memberIds: readonly string[];
}

/** What a directory was asked, for tests that look behind the reply. */
export interface Recorded {
  readonly call: Call;
  readonly error?: ScimError;
}

/** A directory that holds everything in maps and knows one token. It has the protocol's rules and no others. */
export class MemoryDirectory implements ScimDirectory {
  readonly recorded: Recorded[] = [];
  readonly users = new Map<string, UserRecord>();
  readonly groups = new Map<string, StoredGroup>();
  readonly connection: ConnectionView;
  /** Whether members come in pieces, as a large team's do. */
  streamMembers = false;
  private ids = 0;
  private clock = Date.parse("2026-01-01T00:00:00Z");

  constructor(connection: Partial<ConnectionView> = {}) {
    this.connection = { mediaType: "auto", strict: false, ...connection };
  }

  async refuse(call: Call, error: ScimError): Promise<Outcome<never>> {
    return this.fail(call, this.callerError(call) ?? error);
  }

  async authenticate(call: Call): Promise<Outcome<void>> {
    return this.run(call, () => undefined);
  }

  async getUser(call: Call, id: string): Promise<Outcome<UserRecord>> {
    return this.run(call, () => this.userOf(id));
  }

  async listUsers(call: Call, query: ListQuery): Promise<Outcome<Page<UserRecord>>> {
    return this.run(call, () =>
      pageOf(
        [...this.users.keys()].map((id) => this.userOf(id)),
        query,
        (user) => userResource(user, call.baseUrl),
      ),
    );
  }

  async createUser(call: Call, draft: UserDraft): Promise<Outcome<UserRecord>> {
    return this.run(call, () => {
      this.assertUserNameFree(draft.resource, undefined);
      const at = this.tick();
      const id = this.nextId("u");
      const resource = { active: true, ...draft.resource };
      this.users.set(id, { id, resource, groups: [], created: at, lastModified: at, version: 1 });
      return this.userOf(id);
    });
  }

  async modifyUser(
    call: Call,
    id: string,
    change: UserChange,
    precondition: Precondition,
  ): Promise<Outcome<UserRecord>> {
    return this.run(call, () => {
      const user = this.userOf(id);
      assertVersion(precondition, user.version);
      const next = change.apply(user.resource, this.connection.strict);
      if (!next.ok) throw new Refusal(next.error);
      if (next.value === user.resource) return user;
      this.assertUserNameFree(next.value, id);
      const changed = { ...user, resource: next.value, lastModified: this.tick(), version: user.version + 1 };
      this.users.set(id, changed);
      return this.userOf(id);
    });
  }

  async deleteUser(call: Call, id: string, precondition: Precondition): Promise<Outcome<void>> {
    return this.run(call, () => {
      assertVersion(precondition, this.userOf(id).version);
      this.users.delete(id);
      for (const group of this.groups.values()) {
        this.groups.set(group.id, { ...group, memberIds: group.memberIds.filter((member) => member !== id) });
      }
    });
  }

  async getGroup(call: Call, id: string, members: readonly MemberField[]): Promise<Outcome<GroupRecord>> {
    return this.run(call, () => this.groupRecord(this.groupOf(id), members, call.baseUrl));
  }

  async listGroups(call: Call, query: GroupListQuery): Promise<Outcome<Page<GroupRecord>>> {
    return this.run(call, () => {
      const page = pageOf([...this.groups.values()], query, (group) => this.fullGroup(group, call.baseUrl));
      const records = page.resources.map((group) => this.groupRecord(group, query.members, call.baseUrl));
      return { ...page, resources: records };
    });
  }

  async createGroup(
    call: Call,
    draft: GroupDraft,
    members: readonly MemberField[],
  ): Promise<Outcome<GroupRecord>> {
    return this.run(call, () => {
      this.assertGroupNameFree(draft.displayName, undefined);
      const at = this.tick();
      const { members: asked, ...rest } = draft;
      const group = { ...rest, id: this.nextId("g"), created: at, lastModified: at, version: 1 };
      const stored = { ...group, memberIds: this.known(asked) };
      this.groups.set(group.id, stored);
      return this.groupRecord(stored, members, call.baseUrl);
    });
  }

  async modifyGroup(
    call: Call,
    id: string,
    change: GroupChange,
    precondition: Precondition,
    members: readonly MemberField[],
  ): Promise<Outcome<GroupRecord>> {
    return this.run(call, () => {
      const group = this.groupOf(id);
      assertVersion(precondition, group.version);
      const changed = this.changeGroup(group, change, call.baseUrl);
      if (JSON.stringify(changed) !== JSON.stringify(group)) {
        const next = { ...changed, lastModified: this.tick(), version: group.version + 1 };
        this.groups.set(id, next);
        return this.groupRecord(next, members, call.baseUrl);
      }
      return this.groupRecord(group, members, call.baseUrl);
    });
  }

  async deleteGroup(call: Call, id: string, precondition: Precondition): Promise<Outcome<void>> {
    return this.run(call, () => {
      assertVersion(precondition, this.groupOf(id).version);
      this.groups.delete(id);
    });
  }

  async listAll(call: Call, query: GroupListQuery): Promise<Outcome<Page<AnyRecord>>> {
    return this.run(call, () => {
      const users = [...this.users.keys()].map((id): AnyRecord => ({ type: "User", user: this.userOf(id) }));
      const groups = [...this.groups.values()].map((group): AnyRecord => {
        return { type: "Group", group: this.groupRecord(group, query.members, call.baseUrl) };
      });
      return pageOf([...users, ...groups], query, (record) => this.fullRecord(record, call.baseUrl));
    });
  }

  private async run<T>(call: Call, work: () => T): Promise<Outcome<T>> {
    const error = this.callerError(call) ?? this.strictError(call);
    if (error) return this.fail(call, error);
    try {
      const value = work();
      this.recorded.push({ call });
      return { ok: true, value, connection: this.connection };
    } catch (thrown) {
      if (thrown instanceof Refusal) return this.fail(call, thrown.error);
      throw thrown;
    }
  }

  private fail(call: Call, error: ScimError): Outcome<never> {
    this.recorded.push({ call, error });
    return { ok: false, error, connection: this.connection };
  }

  private callerError({ credential }: Call): ScimError | undefined {
    if (credential.kind === "bearer" && credential.token === TOKEN) return undefined;
    const headers = { "www-authenticate": 'Bearer realm="SCIM"' };
    return { code: "auth.unknown_token", status: 401, detail: "This token is not known here.", headers };
  }

  private strictError({ deviations }: Call): ScimError | undefined {
    return this.connection.strict ? deviations.find(({ error }) => error !== undefined)?.error : undefined;
  }

  private userOf(id: string): UserRecord {
    const user = this.users.get(id);
    if (!user) throw notFound("User", id);
    const groups = [...this.groups.values()]
      .filter((group) => group.memberIds.includes(id))
      .map((group) => ({ value: group.id, display: group.displayName }));
    return { ...user, groups };
  }

  private groupOf(id: string): StoredGroup {
    const group = this.groups.get(id);
    if (!group) throw notFound("Group", id);
    return group;
  }

  private known(ids: readonly string[]): readonly string[] {
    return [...new Set(ids)].filter((id) => this.users.has(id));
  }

  private changeGroup(group: StoredGroup, change: GroupChange, baseUrl: string): StoredGroup {
    const { displayName = group.displayName } = change;
    this.assertGroupNameFree(displayName, group.id);
    const { externalId: before, ...rest } = group;
    const externalId = change.externalId === undefined ? before : (change.externalId ?? undefined);
    return {
      ...rest,
      ...(externalId !== undefined && { externalId }),
      displayName,
      memberIds: this.changeMembers(group.memberIds, change, baseUrl),
    };
  }

  private changeMembers(before: readonly string[], change: GroupChange, baseUrl: string): readonly string[] {
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

  private groupRecord(group: StoredGroup, fields: readonly MemberField[], baseUrl: string): GroupRecord {
    const { memberIds, ...record } = group;
    if (fields.length === 0) return record;
    const members = memberIds.map((id) => {
      const member = this.member(id, baseUrl);
      return JSON.stringify(Object.fromEntries(fields.map((field) => [field, member[field]])));
    });
    const text = `[${members.join(",")}]`;
    return { ...record, members: this.streamMembers ? inPieces(text) : text };
  }

  private fullGroup(group: StoredGroup, baseUrl: string): JsonObject {
    const members = group.memberIds.map((id) => this.member(id, baseUrl));
    return { ...groupResource(group, baseUrl), members };
  }

  private fullRecord(record: AnyRecord, baseUrl: string): JsonObject {
    if (record.type === "User") return userResource(record.user, baseUrl);
    return this.fullGroup(this.groupOf(record.group.id), baseUrl);
  }

  private assertUserNameFree(resource: JsonObject, own: string | undefined): void {
    const name = foldCase(String(resource.userName));
    for (const [id, user] of this.users) {
      if (id !== own && foldCase(String(user.resource.userName)) === name) throw taken("userName");
    }
  }

  private assertGroupNameFree(displayName: string, own: string | undefined): void {
    for (const [id, group] of this.groups) {
      if (id !== own && foldCase(group.displayName) === foldCase(displayName)) throw taken("displayName");
    }
  }

  private nextId(prefix: string): string {
    this.ids += 1;
    return `${prefix}${this.ids}`;
  }

  private tick(): Date {
    this.clock += 1000;
    return new Date(this.clock);
  }
}

class Refusal extends Error {
  readonly error: ScimError;
  constructor(error: ScimError) {
    super(error.detail);
    this.error = error;
  }
}

function notFound(type: string, id: string): Refusal {
  return new Refusal({ code: "user.unknown_id", status: 404, detail: `${type} ${id} does not exist.` });
}

function taken(attribute: string): Refusal {
  const detail = `"${attribute}" is taken.`;
  return new Refusal({ code: "user.username_taken", status: 409, scimType: "uniqueness", detail });
}

function assertVersion({ ifMatch }: Precondition, version: number): void {
  if (ifMatch && !matchesVersion(ifMatch, version)) throw new Refusal(versionMismatch(versionTag(version)));
}

function pageOf<T>(all: readonly T[], query: ListQuery, toResource: (item: T) => JsonObject): Page<T> {
  const { filter, sort, page } = query;
  const found = filter ? all.filter((item) => matches(filter, toResource(item))) : [...all];
  if (sort) {
    const direction = sort.order === "descending" ? -1 : 1;
    const key = (item: T) => sortKey(toResource(item), sort.attribute.name, sort.attribute.sub?.name);
    found.sort((a, b) => direction * compareKeys(key(a), key(b)));
  }
  if (page.kind === "index") {
    const from = page.startIndex - 1;
    return { totalResults: found.length, resources: found.slice(from, from + page.count) };
  }
  return cursorPage(found, query, page.cursor, page.count);
}

function cursorPage<T>(found: readonly T[], query: ListQuery, cursor: string, count: number): Page<T> {
  const bound = query.filter ? printFilter(query.filter) : "";
  const from = cursor === "" ? 0 : readCursor(cursor, bound);
  const resources = found.slice(from, from + count);
  const write = (at: number) => Buffer.from(JSON.stringify([at, bound])).toString("base64url");
  return {
    totalResults: found.length,
    resources,
    ...(from + count < found.length && { nextCursor: write(from + count) }),
    ...(from > 0 && { previousCursor: write(Math.max(0, from - count)) }),
  };
}

function readCursor(cursor: string, bound: string): number {
  const text = Buffer.from(cursor, "base64url").toString();
  const match = /^\[(\d+),(.*)\]$/.exec(text);
  if (!match || match[2] !== JSON.stringify(bound)) {
    throw new Refusal(invalidCursor("The cursor was not made for this query."));
  }
  return Number(match[1]);
}

function sortKey(resource: JsonObject, name: string, sub: string | undefined): JsonValue | undefined {
  const value = resource[name];
  const elements: readonly JsonValue[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const isPrimary = (element: JsonValue) =>
    typeof element === "object" && element !== null && "primary" in element && element.primary === true;
  const chosen = elements.find(isPrimary) ?? elements[0];
  if (sub === undefined || typeof chosen !== "object" || chosen === null || Array.isArray(chosen))
    return chosen;
  return Object.entries(chosen).find(([key]) => key === sub)?.[1];
}

function compareKeys(a: JsonValue | undefined, b: JsonValue | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareCodePoints(foldCase(String(a)), foldCase(String(b)));
}

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 16) yield text.slice(at, at + 16);
}

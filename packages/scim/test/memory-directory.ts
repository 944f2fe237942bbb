import {
  type AnyRecord,
  type Call,
  type ConnectionView,
  foldCase,
  type GroupChange,
  type GroupDraft,
  type GroupListQuery,
  type GroupRecord,
  type JsonObject,
  type ListQuery,
  type MemberField,
  type Outcome,
  type Page,
  type Precondition,
  type ScimDirectory,
  type ScimError,
  type UserChange,
  type UserDraft,
  type UserRecord,
} from "../src/index.ts";
import { userResource } from "../src/render/user.ts";
import { MemoryGroups } from "./memory/groups.ts";
import { pageOf } from "./memory/page.ts";
import { assertVersion, notFound, Refusal, taken } from "./memory/refusal.ts";

export const TOKEN = "the-token";

/** What a directory was asked, for tests that look behind the reply. */
export interface Recorded {
  readonly call: Call;
  readonly error?: ScimError;
}

/** A directory that holds everything in maps and knows one token. It has the protocol's rules and no others. */
export class MemoryDirectory implements ScimDirectory {
  readonly recorded: Recorded[] = [];
  readonly users = new Map<string, UserRecord>();
  readonly groups = new MemoryGroups(this.users);
  readonly connection: ConnectionView;
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
      this.groups.leave(id);
    });
  }

  async getGroup(call: Call, id: string, members: readonly MemberField[]): Promise<Outcome<GroupRecord>> {
    return this.run(call, () => this.groups.record(this.groups.of(id), members, call.baseUrl));
  }

  async listGroups(call: Call, query: GroupListQuery): Promise<Outcome<Page<GroupRecord>>> {
    return this.run(call, () => {
      const { groups } = this;
      const page = pageOf([...groups.records.values()], query, (group) =>
        groups.resource(group, call.baseUrl),
      );
      const records = page.resources.map((group) => groups.record(group, query.members, call.baseUrl));
      return { ...page, resources: records };
    });
  }

  async createGroup(
    call: Call,
    draft: GroupDraft,
    members: readonly MemberField[],
  ): Promise<Outcome<GroupRecord>> {
    return this.run(call, () => {
      this.groups.assertNameFree(draft.displayName, undefined);
      const at = this.tick();
      const { members: asked, ...rest } = draft;
      const group = { ...rest, id: this.nextId("g"), created: at, lastModified: at, version: 1 };
      const stored = { ...group, memberIds: this.groups.known(asked) };
      this.groups.records.set(group.id, stored);
      return this.groups.record(stored, members, call.baseUrl);
    });
  }

  async modifyGroup(
    call: Call,
    id: string,
    change: GroupChange,
    precondition: Precondition,
    members: readonly MemberField[],
    atMost = Number.POSITIVE_INFINITY,
  ): Promise<Outcome<GroupRecord>> {
    return this.run(call, () => {
      const group = this.groups.of(id);
      assertVersion(precondition, group.version);
      const changed = this.groups.changed(group, change, call.baseUrl);
      if (JSON.stringify(changed) !== JSON.stringify(group)) {
        const next = { ...changed, lastModified: this.tick(), version: group.version + 1 };
        this.groups.records.set(id, next);
      }
      const record = this.groups.record(this.groups.of(id), members, call.baseUrl);
      const { members: _, ...alone } = record;
      return changed.memberIds.length > atMost ? alone : record;
    });
  }

  async deleteGroup(call: Call, id: string, precondition: Precondition): Promise<Outcome<void>> {
    return this.run(call, () => {
      assertVersion(precondition, this.groups.of(id).version);
      this.groups.records.delete(id);
    });
  }

  async listAll(call: Call, query: GroupListQuery): Promise<Outcome<Page<AnyRecord>>> {
    return this.run(call, () => {
      const users = [...this.users.keys()].map((id): AnyRecord => ({ type: "User", user: this.userOf(id) }));
      const groups = [...this.groups.records.values()].map((group): AnyRecord => {
        return { type: "Group", group: this.groups.record(group, query.members, call.baseUrl) };
      });
      return pageOf([...users, ...groups], query, (record) => this.resource(record, call.baseUrl));
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
    return { ...user, groups: this.groups.ofUser(id) };
  }

  private resource(record: AnyRecord, baseUrl: string): JsonObject {
    if (record.type === "User") return userResource(record.user, baseUrl);
    return this.groups.resource(this.groups.of(record.group.id), baseUrl);
  }

  private assertUserNameFree(resource: JsonObject, own: string | undefined): void {
    const name = foldCase(String(resource.userName));
    for (const [id, user] of this.users) {
      if (id !== own && foldCase(String(user.resource.userName)) === name) throw taken("userName");
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

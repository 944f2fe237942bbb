import type { Result, ScimError } from "./errors/scim-error.ts";
import type { AttributeRef, Filter } from "./filter/ast.ts";
import type { JsonObject, JsonValue } from "./json.ts";

/**
 * What the protocol asks of the directory behind it. An implementation checks the caller's token in the same statement
 * or transaction as the work, and writes the event of the request with it: a retired token gets nothing, at once, and
 * no change is without its record.
 */

/** What the Authorization header held. RFC 6750 §2.1. */
export type Credential =
  | { readonly kind: "bearer"; readonly token: string }
  | { readonly kind: "missing" }
  /** Not one well-formed bearer token: `Bearer Bearer x`, quotes, blanks, another scheme, no scheme at all. */
  | {
      readonly kind: "malformed";
      readonly problem: "doubled_bearer" | "quoted" | "blanks" | "no_scheme" | "other_scheme" | "empty";
      readonly token?: string;
    };

/** A place where the request departs from the RFC. In strict mode the first one that has an `error` refuses the request. */
export interface Deviation {
  /** The dialect's name, or `unknown_attribute`, `unknown_schema`. */
  readonly dialect: string;
  /** What was met: an attribute name, a URN. */
  readonly what?: string;
  readonly error?: ScimError;
}

/** One SCIM operation by one caller: who asks, and the facts that its event records. */
export interface Call {
  readonly requestId: string;
  readonly receivedAt: Date;
  /** Slug in the URL. */
  readonly tenant: string;
  /** Absolute base URL of this tenant's endpoint, no slash at the end: `https://host/api/scim/acme/v2`. */
  readonly baseUrl: string;
  readonly credential: Credential;
  readonly method: string;
  /** Path below the base URL with its query, as received: `/Users?filter=…`. */
  readonly path: string;
  readonly ip?: string;
  readonly userAgent?: string;
  /** The parsed body, for the event. Secrets are redacted by the directory. */
  readonly body?: JsonValue;
  readonly deviations: readonly Deviation[];
}

/** What the tenant's settings say about the reply. */
export interface ConnectionView {
  readonly mediaType: "auto" | "application/scim+json" | "application/json";
  readonly strict: boolean;
}

export type Outcome<T> = Result<T> & { readonly connection?: ConnectionView };

/**
 * A user's client-writable attributes in canonical SCIM JSON: `schemas`, `id`, `meta`, `groups` and `password` are not in it.
 * Extensions stand under their URN. Unassigned attributes are absent, never null, "" or [].
 */
export type UserResource = JsonObject;

export interface GroupRef {
  readonly value: string;
  readonly display: string;
}

export interface UserRecord {
  readonly id: string;
  readonly resource: UserResource;
  readonly groups: readonly GroupRef[];
  readonly created: Date;
  readonly lastModified: Date;
  readonly version: number;
}

/** A member sub-attribute of a group. RFC 7643 §4.2. */
export type MemberField = "value" | "$ref" | "display" | "type";

export interface GroupRecord {
  readonly id: string;
  readonly displayName: string;
  readonly externalId?: string;
  readonly created: Date;
  readonly lastModified: Date;
  readonly version: number;
  /** The JSON text of the `members` array as the database built it, whole or in pieces; absent when not asked for. */
  readonly members?: string | AsyncIterable<string>;
}

/** One entry of a user body's `groups`, before anyone knows whether it names a team or echoes an id. */
export interface GroupsEntry {
  readonly value?: string;
  readonly display?: string;
}

export interface UserDraft {
  readonly resource: UserResource;
  /** Absent when the body had no `groups`. */
  readonly groups?: readonly GroupsEntry[];
}

/** Conditions of a write: the ETags of If-Match and of If-None-Match, or `*`. RFC 7644 §3.14, RFC 9110 §13.1. */
export interface Precondition {
  readonly ifMatch?: "*" | readonly string[];
  readonly ifNoneMatch?: "*" | readonly string[];
}

/**
 * A pure change of a user: PUT or PATCH. Called again on the fresh resource when another writer was faster.
 * It gives back `current` itself, the same object, when there is nothing to change. With `strict` it refuses what only
 * a dialect allows.
 */
export interface UserChange {
  readonly apply: (current: UserResource, strict?: boolean) => Result<UserResource>;
  readonly groups?: readonly GroupsEntry[];
}

/** What a member list gains or loses. Steps apply in order. */
export type MemberStep =
  | { readonly kind: "add"; readonly ids: readonly string[] }
  | { readonly kind: "remove"; readonly ids: readonly string[] }
  /** Members that match: `members[display sw "a"]`. Attributes are those of a member: value, display, type, $ref. */
  | { readonly kind: "removeWhere"; readonly filter: Filter }
  | { readonly kind: "replace"; readonly ids: readonly string[] };

export interface GroupDraft {
  readonly displayName: string;
  readonly externalId?: string;
  readonly members: readonly string[];
}

export interface GroupChange {
  readonly displayName?: string;
  /** null unassigns. */
  readonly externalId?: string | null;
  readonly members: readonly MemberStep[];
}

export interface Sort {
  readonly attribute: AttributeRef;
  readonly order: "ascending" | "descending";
}

/** Index paging (RFC 7644 §3.4.2.4) or cursor paging (RFC 9865). */
export type PageRequest =
  | { readonly kind: "index"; readonly startIndex: number; readonly count: number }
  | { readonly kind: "cursor"; readonly cursor: string; readonly count: number };

export interface ListQuery {
  readonly filter?: Filter;
  /** The filter as received: part of what a cursor is bound to. */
  readonly filterText?: string;
  readonly sort?: Sort;
  readonly page: PageRequest;
}

export interface GroupListQuery extends ListQuery {
  /** Which parts of members the reply needs; empty for none. */
  readonly members: readonly MemberField[];
}

export interface Page<T> {
  readonly totalResults: number;
  readonly resources: readonly T[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

export type AnyRecord =
  | { readonly type: "User"; readonly user: UserRecord }
  | { readonly type: "Group"; readonly group: GroupRecord };

export interface ScimDirectory {
  /** Records a request that failed before it reached a use-case. The refusal of the caller, if any, comes before `error`. */
  refuse(call: Call, error: ScimError): Promise<Outcome<never>>;
  /** Checks the caller and does nothing else: for what needs a caller but no data. */
  authenticate(call: Call): Promise<Outcome<void>>;

  getUser(call: Call, id: string): Promise<Outcome<UserRecord>>;
  listUsers(call: Call, query: ListQuery): Promise<Outcome<Page<UserRecord>>>;
  createUser(call: Call, draft: UserDraft): Promise<Outcome<UserRecord>>;
  modifyUser(
    call: Call,
    id: string,
    change: UserChange,
    precondition: Precondition,
  ): Promise<Outcome<UserRecord>>;
  deleteUser(call: Call, id: string, precondition: Precondition): Promise<Outcome<void>>;

  getGroup(call: Call, id: string, members: readonly MemberField[]): Promise<Outcome<GroupRecord>>;
  listGroups(call: Call, query: GroupListQuery): Promise<Outcome<Page<GroupRecord>>>;
  createGroup(call: Call, draft: GroupDraft, members: readonly MemberField[]): Promise<Outcome<GroupRecord>>;
  /** @param atMost of a group with more members than this none are read, and its record has no `members` */
  modifyGroup(
    call: Call,
    id: string,
    change: GroupChange,
    precondition: Precondition,
    members: readonly MemberField[],
    atMost?: number,
  ): Promise<Outcome<GroupRecord>>;
  deleteGroup(call: Call, id: string, precondition: Precondition): Promise<Outcome<void>>;

  /** A query at the root, over both types. RFC 7644 §3.4.2.1. */
  listAll(call: Call, query: GroupListQuery): Promise<Outcome<Page<AnyRecord>>>;
}

import type { JsonObject, JsonValue } from "@rollcall/scim";

/** What a request was for. Its own word where the effect matters more than the verb: a PUT can deactivate. */
export type Operation =
  | "user.create"
  | "user.replace"
  | "user.update"
  | "user.deactivate"
  | "user.reactivate"
  | "user.delete"
  | "user.read"
  | "user.list"
  | "group.create"
  | "group.replace"
  | "group.update"
  | "group.delete"
  | "group.read"
  | "group.list"
  | "search"
  | "bulk"
  | "discovery"
  | "me"
  | "unknown";

export type EventOutcome = "applied" | "no_change" | "lookup" | "rejected" | "auth_failed" | "server_error";

/** What an attribute was and became; null stands for unassigned. */
export interface Change {
  readonly attribute: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** Something of the request that was not applied, though the request as a whole was. */
export interface Warning {
  readonly code: string;
  readonly detail: string;
  readonly value?: string;
}

/** What a use-case knows of its own outcome; `eventRow` adds what the call tells. */
export interface EventDraft {
  readonly operation: Operation;
  readonly outcome: EventOutcome;
  readonly status: number;
  readonly resourceType?: "User" | "Group";
  readonly resourceId?: string;
  /** What a person reads: a name, an address, a team. */
  readonly subject?: string | undefined;
  /** Every identifier that the request named; folded by `eventRow`. */
  readonly subjectKeys?: readonly string[];
  readonly reason?: string | undefined;
  readonly scimType?: string | undefined;
  readonly detail?: string | undefined;
  /** `absent`, `empty`, or the number of values in a user body's `groups`. */
  readonly groupsValue?: string | undefined;
  readonly warnings?: readonly Warning[];
  readonly changes?: readonly Change[];
  readonly response?: JsonObject;
}

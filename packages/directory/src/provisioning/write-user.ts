import type { GroupRef, UserRecord } from "@rollcall/scim";
import { type EventRow, eventJson } from "../events/event-row.ts";
import type { Change } from "../events/provisioning-event.ts";
import { type BatchStatement, batchStatement } from "./batches.ts";
import { type UserColumns, userRecord } from "./user-row.ts";

/** A user's new state. */
export interface UserWrite {
  readonly id: string;
  readonly columns: UserColumns;
  /** The names in the body's `groups`; undefined leaves what was received before. */
  readonly receivedGroups?: readonly string[] | undefined;
}

/** What the database adds to a user that it writes. */
export interface Stamp {
  readonly id: string;
  readonly version: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The sessions that a deactivation ended, as a change of its event. */
  readonly sessionChanges?: readonly Change[] | null;
}

/** SQL that gives a `Stamp`. @param user alias of the `"User"` row */
export function stampColumns(user: string): string {
  return `${user}.id, ${user}.version, ${user}."createdAt", ${user}."updatedAt"`;
}

/** The columns of `"User"` that an item fills. */
export const USER_COLUMNS = `"userName", "userNameKey", "externalId", "displayName", "givenName", "familyName",
  email, "emailKey", "emailKeys", active, attributes`;

/** The same as they stand in an item. */
export const ITEM_COLUMNS = `i."userName", i."userNameKey", i."externalId", i."displayName", i."givenName", i."familyName",
  i.email, i."emailKey", i."emailKeys", i.active, i.attributes`;

/**
 * A statement that writes users with their events.
 *
 * @param more columns of an item that this statement alone knows
 * @param body as of `batchStatement`; `done` has the stamps
 */
export function userStatement(more: string, body: string): BatchStatement {
  const columns = `id uuid, "userName" text, "userNameKey" text, "externalId" text, "displayName" text, "givenName" text,
      "familyName" text, email text, "emailKey" text, "emailKeys" text[], active boolean, attributes jsonb,
      "receivedGroups" jsonb, event json, ${more}`;
  return batchStatement(columns, body);
}

/**
 * The rows of events, made from each item's `event`. An event that was drawn up before the caller was known gets tenant
 * and token here.
 *
 * @param changes SQL of what else changed, a JSON array or null
 */
export function eventOf(changes = ""): string {
  const base = `json_build_object('tenantId', caller."tenantId", 'tokenId', caller."tokenId")`;
  const known = `json_populate_record(json_populate_record(NULL::"ProvisioningEvent", ${base}), i.event)`;
  if (changes === "") return known;
  return `json_populate_record(${known}, CASE WHEN ${changes} IS NULL THEN '{}'::json ELSE
    json_build_object('changes', COALESCE(i.event::jsonb -> 'changes', '[]') || ${changes}) END)`;
}

/** The item of a user. @param event undefined when the transaction around records it itself */
export function userItem(write: UserWrite, event: EventRow | undefined, more: object): string {
  const { id, columns, receivedGroups } = write;
  const item = JSON.stringify({ id, ...columns, receivedGroups, ...more });
  return event ? `${item.slice(0, -1)},"event":${eventJson(event)}}` : item;
}

/** A user as it was just written. */
export function writtenUser(
  { columns }: UserWrite,
  stamp: Stamp,
  groups: readonly GroupRef[] | null,
): UserRecord {
  return userRecord({ ...columns, ...stamp }, groups ?? []);
}

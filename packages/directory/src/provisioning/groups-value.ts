import type { GroupsEntry } from "@rollcall/scim";
import { matchKey } from "../policies/match-key.ts";
import { isId } from "./ids.ts";

/**
 * What a user body's `groups` comes to. Names set the teams that came through this value to exactly the list; ids echo
 * what we told the client, and count only beside a name. Okta always sends `[]` and echoes what it read; OneLogin's
 * Set Groups rule sends names.
 */
export interface GroupsValue {
  /** For the event: `absent`, `empty`, or the number of values. */
  readonly received: string;
  /** Undefined when memberships stay as they are. */
  readonly wanted?: { readonly names: readonly string[]; readonly ids: readonly string[] };
}

/** @param honour the tenant's setting: whether the value sets teams at all */
export function groupsValue(entries: readonly GroupsEntry[] | undefined, honour: boolean): GroupsValue {
  if (entries === undefined) return { received: "absent" };
  const received = entries.length === 0 ? "empty" : String(entries.length);
  const ids = entries.flatMap((entry) => (isEcho(entry) ? [entry.value] : []));
  const names = distinct(entries.flatMap((entry) => (isEcho(entry) ? [] : (nameOf(entry) ?? []))));
  const idsOnly = names.length === 0 && ids.length > 0;
  if (!honour || idsOnly) return { received };
  return { received, wanted: { names, ids: [...new Set(ids)] } };
}

/** The name by which an entry means a team. A name to read beats a value that may be the client's own id. */
function nameOf(entry: GroupsEntry): string | undefined {
  return [entry.display, entry.value].map((each) => each?.trim()).find((each) => each);
}

function isEcho(entry: GroupsEntry): entry is GroupsEntry & { readonly value: string } {
  return entry.value !== undefined && isId(entry.value);
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [matchKey(name), name])).values()];
}

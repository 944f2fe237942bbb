import type { Connection } from "../wire/connection.ts";
import { textAt } from "../wire/json.ts";
import { listAll } from "../wire/list-all.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import { GROUP, PATCH_OP } from "../wire/urn.ts";

/** What OneLogin calls the app's entitlements: the groups that the server listed, by name. */
export interface Groups {
  /** Entitlements → Refresh: reads every group, in pages of 100. Returns their names. */
  refresh(): Promise<readonly string[]>;
  /** Makes the group unless it is known already. */
  ensure(name: string): Promise<void>;
  /** Adds a person to the group of that name, which is made first if the server has none. */
  join(name: string, userId: string): Promise<void>;
  /** Takes a person out of a group. A group that the server no longer has is no error. */
  leave(name: string, userId: string): Promise<void>;
}

/** @see https://github.com/linkyard/scim-scala (OneLoginClientSpec): the order of these calls */
export function openGroups(connection: Connection): Groups {
  const ids = new Map<string, string>();

  async function refresh(): Promise<readonly string[]> {
    for (const group of await listAll(connection, "/Groups")) {
      ids.set(textAt(group, "displayName") ?? "", textAt(group, "id") ?? "");
    }
    return [...ids.keys()];
  }

  async function create(name: string): Promise<string> {
    const id = acceptedId(await connection.send("POST", "/Groups", { displayName: name, schemas: [GROUP] }));
    ids.set(name, id);
    return id;
  }

  async function find(name: string): Promise<string> {
    if (!ids.has(name)) await refresh();
    return ids.get(name) ?? create(name);
  }

  async function join(name: string, userId: string): Promise<void> {
    const reply = await patchMember(connection, await find(name), "add", userId);
    if (reply.status !== 404) return void accepted(reply);
    // The group was deleted on the other side: it is made again.
    ids.delete(name);
    await refresh();
    accepted(await patchMember(connection, await find(name), "add", userId));
  }

  async function leave(name: string, userId: string): Promise<void> {
    const id = ids.get(name);
    if (id === undefined) return;
    const reply = await patchMember(connection, id, "remove", userId);
    if (reply.status === 404) ids.delete(name);
    else accepted(reply);
  }

  async function ensure(name: string): Promise<void> {
    if (!ids.has(name)) await create(name);
  }

  return { refresh, ensure, join, leave };
}

/** One PATCH per group and person, keys in OneLogin's order; a removal names its member by value, not by filter. */
function patchMember(connection: Connection, groupId: string, op: "add" | "remove", userId: string) {
  return connection.send("PATCH", `/Groups/${groupId}`, {
    schemas: [PATCH_OP],
    Operations: [{ value: [{ value: userId }], op, path: "members" }],
  });
}

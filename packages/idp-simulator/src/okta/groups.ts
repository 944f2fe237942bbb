import type { Person } from "../people/person.ts";
import type { Connection } from "../wire/connection.ts";
import { textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import { GROUP, PATCH_OP } from "../wire/urn.ts";

export interface OktaGroups {
  /** Push Groups: links the group of that name or creates it, then sends its members. Returns the server's id. */
  pushGroup(name: string, members: readonly Person[]): Promise<string>;
  /** Sends what changed in a pushed group. A new name rides along with the members. */
  changeGroup(name: string, change: GroupChange): Promise<void>;
  /** Unlinks a pushed group; the server's group is deleted or left. */
  unlinkGroup(name: string, onServer: "delete" | "leave"): Promise<void>;
}

export interface GroupChange {
  readonly rename?: string;
  readonly add?: readonly Person[];
  readonly remove?: readonly Person[];
}

interface Member {
  readonly value: string;
  readonly display: string;
}

interface Pushed {
  readonly id: string;
  name: string;
  members: readonly Person[];
}

/** @see https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/#update-a-specific-group-name */
export function openOktaGroups(
  connection: Connection,
  integration: "aiw" | "oin",
  memberOf: (person: Person) => Member,
): OktaGroups {
  const pushed = new Map<string, Pushed>();

  function groupOf(name: string): Pushed {
    const group = pushed.get(name);
    if (!group) throw new Error(`The group ${name} was never pushed`);
    return group;
  }

  async function find(name: string): Promise<string | undefined> {
    const filter = percentEncoded(`displayName eq ${quoted(name)}`);
    const reply = accepted(await connection.send("GET", `/Groups?filter=${filter}&startIndex=1&count=100`));
    return textAt(reply.json, "Resources", 0, "id");
  }

  async function patch(group: Pushed, ...Operations: readonly object[]): Promise<void> {
    if (Operations.length === 0) return;
    accepted(await connection.send("PATCH", `/Groups/${group.id}`, { schemas: [PATCH_OP], Operations }));
  }

  async function put(group: Pushed): Promise<void> {
    const members = group.members.map(memberOf);
    const body = { schemas: [GROUP], id: group.id, displayName: group.name, members };
    accepted(await connection.send("PUT", `/Groups/${group.id}`, body));
  }

  return {
    async pushGroup(name, members) {
      const created = { schemas: [GROUP], displayName: name, members: [] };
      const id = (await find(name)) ?? acceptedId(await connection.send("POST", "/Groups", created));
      const group = { id, name, members };
      pushed.set(name, group);
      if (integration === "aiw") await put(group);
      else await patch(group, { op: "replace", path: "members", value: members.map(memberOf) });
      return id;
    },
    async changeGroup(name, { rename, add = [], remove = [] }) {
      const group = groupOf(name);
      group.members = [...group.members.filter((person) => !remove.includes(person)), ...add];
      if (rename !== undefined) {
        pushed.delete(name);
        pushed.set(rename, group);
        group.name = rename;
      }
      if (integration === "aiw") return put(group);
      const renaming =
        rename === undefined ? [] : [{ op: "replace", value: { id: group.id, displayName: rename } }];
      const removing = remove.map((person) => ({
        op: "remove",
        path: `members[value eq ${quoted(memberOf(person).value)}]`,
      }));
      const adding = add.length === 0 ? [] : [{ op: "add", path: "members", value: add.map(memberOf) }];
      await patch(group, ...renaming, ...removing, ...adding);
    },
    async unlinkGroup(name, onServer) {
      const group = groupOf(name);
      pushed.delete(name);
      if (onServer === "delete") accepted(await connection.send("DELETE", `/Groups/${group.id}`));
    },
  };
}

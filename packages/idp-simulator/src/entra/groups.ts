import { randomUUID } from "node:crypto";
import type { Person } from "../people/person.ts";
import type { Connection } from "../wire/connection.ts";
import { textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import { GROUP, PATCH_OP } from "../wire/urn.ts";
import { type Flavour, memberOperations } from "./operations.ts";

export interface EntraGroups {
  /** Brings a group in scope: matched by displayName, created empty if there is none. Returns the server's id. */
  provisionGroup(name: string): Promise<string>;
  renameGroup(name: string, next: string): Promise<void>;
  addMembers(name: string, members: readonly Person[]): Promise<void>;
  removeMembers(name: string, members: readonly Person[]): Promise<void>;
  deleteGroup(name: string): Promise<void>;
}

/** The groups in scope. @param idOf the server's id of a person who was provisioned before */
export function openEntraGroups(
  connection: Connection,
  flavour: Flavour,
  idOf: (person: Person) => string,
): EntraGroups {
  const ids = new Map<string, string>();

  function groupId(name: string): string {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The group ${name} was never in scope`);
    return id;
  }

  async function patch(name: string, Operations: readonly object[]): Promise<void> {
    accepted(await connection.send("PATCH", `/Groups/${groupId(name)}`, { schemas: [PATCH_OP], Operations }));
  }

  return {
    async provisionGroup(name) {
      const filter = percentEncoded(`displayName eq ${quoted(name)}`);
      const found = accepted(
        await connection.send("GET", `/Groups?excludedAttributes=members&filter=${filter}`),
      );
      const existing = textAt(found.json, "Resources", 0, "id");
      const id = existing ?? acceptedId(await connection.send("POST", "/Groups", creation(name)));
      ids.set(name, id);
      return id;
    },
    async renameGroup(name, next) {
      const rename =
        flavour === "legacy"
          ? { op: "Replace", path: "displayName", value: next }
          : { op: "replace", value: { displayName: next } };
      await patch(name, [rename]);
      ids.set(next, groupId(name));
      ids.delete(name);
    },
    addMembers: (name, members) => patch(name, memberOperations(flavour, "add", members.map(idOf))),
    removeMembers: (name, members) => patch(name, memberOperations(flavour, "remove", members.map(idOf))),
    async deleteGroup(name) {
      accepted(await connection.send("DELETE", `/Groups/${groupId(name)}`));
      ids.delete(name);
    },
  };
}

function creation(name: string): object {
  return {
    schemas: [GROUP, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
    externalId: randomUUID(),
    displayName: name,
    members: [],
    meta: { resourceType: "Group" },
  };
}

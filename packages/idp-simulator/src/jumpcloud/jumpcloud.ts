import { fullName, type Person } from "../people/person.ts";
import { connect } from "../wire/connection.ts";
import type { Exchange } from "../wire/exchange.ts";
import { textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import { GROUP, PATCH_OP, USER } from "../wire/urn.ts";

export interface JumpCloudConfig {
  readonly baseUrl: string;
  readonly token: string;
  readonly onExchange?: (exchange: Exchange) => void;
}

/** JumpCloud's custom SCIM connector. People come and go through the user groups that are bound to the application. */
export interface JumpCloud {
  /** Test Connection: makes a user and a group for the test and deletes both. The address must be unused. */
  testConnection(testAddress: string): Promise<void>;
  /** Binds a user group: its people are created, then the group, then its members. */
  bindGroup(name: string, people: readonly Person[]): Promise<void>;
  /** Someone leaves the last bound group: out of the group, then deactivated. */
  unbind(name: string, person: Person): Promise<void>;
  close(): void;
}

/** @see https://jumpcloud.com/support (custom SCIM integrations) */
export function createJumpCloud({ baseUrl, token, onExchange }: JumpCloudConfig): JumpCloud {
  const connection = connect({
    baseUrl,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/scim+json" },
    ...(onExchange ? { onExchange } : {}),
  });
  const users = new Map<string, string>();
  const groups = new Map<string, string>();

  async function find(endpoint: "/Users" | "/Groups", filter: string): Promise<string | undefined> {
    const reply = accepted(await connection.send("GET", `${endpoint}?filter=${percentEncoded(filter)}`));
    return textAt(reply.json, "Resources", 0, "id");
  }

  async function ensureUser(person: Person): Promise<string> {
    const known = users.get(person.id) ?? (await find("/Users", `userName eq ${quoted(person.userName)}`));
    const id = known ?? acceptedId(await connection.send("POST", "/Users", userBody(person, true)));
    if (known !== undefined) accepted(await connection.send("PUT", `/Users/${id}`, userBody(person, true)));
    users.set(person.id, id);
    return id;
  }

  async function ensureGroup(name: string): Promise<string> {
    const known = groups.get(name) ?? (await find("/Groups", `displayName eq ${quoted(name)}`));
    const id =
      known ?? acceptedId(await connection.send("POST", "/Groups", { schemas: [GROUP], displayName: name }));
    groups.set(name, id);
    return id;
  }

  /** A removal names its members by value, like Entra's. */
  async function patchMembers(groupId: string, op: "add" | "remove", ids: readonly string[]): Promise<void> {
    const Operations = [{ op, path: "members", value: ids.map((value) => ({ value })) }];
    accepted(await connection.send("PATCH", `/Groups/${groupId}`, { schemas: [PATCH_OP], Operations }));
  }

  return {
    async testConnection(testAddress) {
      const person = {
        id: "test",
        userName: testAddress,
        email: testAddress,
        givenName: "Test",
        familyName: "User",
      };
      const userId = acceptedId(await connection.send("POST", "/Users", userBody(person, true)));
      const groupBody = {
        schemas: [GROUP],
        displayName: `test-${testAddress.replace(/\W+/g, "-")}`.slice(0, 36),
      };
      const groupId = acceptedId(await connection.send("POST", "/Groups", groupBody));
      accepted(await connection.send("DELETE", `/Groups/${groupId}`));
      accepted(await connection.send("DELETE", `/Users/${userId}`));
    },
    async bindGroup(name, people) {
      const ids: string[] = [];
      for (const person of people) ids.push(await ensureUser(person));
      await patchMembers(await ensureGroup(name), "add", ids);
    },
    async unbind(name, person) {
      const id = users.get(person.id);
      const groupId = groups.get(name);
      if (id === undefined || groupId === undefined)
        throw new Error(`${fullName(person)} is not bound to ${name}`);
      await patchMembers(groupId, "remove", [id]);
      accepted(await connection.send("PUT", `/Users/${id}`, userBody(person, false)));
    },
    close: connection.close,
  };
}

function userBody(person: Person, active: boolean): object {
  return {
    schemas: [USER],
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName },
    displayName: fullName(person),
    emails: [{ value: person.email, type: "work", primary: true }],
    active,
    externalId: person.id,
  };
}

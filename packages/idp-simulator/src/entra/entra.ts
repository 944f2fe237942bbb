import { randomUUID } from "node:crypto";
import { fullName, type Person } from "../people/person.ts";
import { connect } from "../wire/connection.ts";
import type { Exchange } from "../wire/exchange.ts";
import { textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import type { Reply } from "../wire/reply.ts";
import { ENTERPRISE, PATCH_OP, USER } from "../wire/urn.ts";
import { type EntraGroups, openEntraGroups } from "./groups.ts";
import { type Flavour, managerOperation, type Profile, patchOperations } from "./operations.ts";

export interface EntraConfig {
  /** Tenant URL. The simulator puts `?aadOptscim062020` on it in that flavour. */
  readonly baseUrl: string;
  /** Secret Token. */
  readonly token: string;
  /** `legacy`: capitalised ops and booleans as text. `aadOptscim062020`: the flag that makes Entra follow the RFC. */
  readonly flavour: Flavour;
  readonly onExchange?: (exchange: Exchange) => void;
}

/** Microsoft Entra's provisioning service for one enterprise application. */
export interface Entra extends EntraGroups {
  /** Test Connection: looks for a user with a random name. */
  testConnection(): Promise<Reply>;
  /** Brings a user in scope: matched by userName, created if there is none. Returns the server's id. */
  provision(person: Person): Promise<string>;
  /** Sends the attributes that changed since the last time. */
  update(person: Person): Promise<void>;
  setManager(person: Person, manager: Person | undefined): Promise<void>;
  /** Out of scope, or soft-deleted. */
  disable(person: Person): Promise<void>;
  enable(person: Person): Promise<void>;
  /** Thirty days after a soft delete. */
  hardDelete(person: Person): Promise<void>;
  close(): void;
}

/** @see https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups */
export function createEntra({ baseUrl, token, flavour, onExchange }: EntraConfig): Entra {
  const connection = connect({
    baseUrl: flavour === "legacy" ? baseUrl : `${baseUrl}?aadOptscim062020`,
    headers: {
      Authorization: `Bearer ${token}`,
      ADSCIMVersion: "6.0",
      Accept: "application/scim+json",
      "Content-Type": "application/scim+json; charset=utf-8",
    },
    ...(onExchange ? { onExchange } : {}),
  });
  const known = new Map<string, { readonly id: string; profile: Profile }>();

  function accountOf(person: Person) {
    const account = known.get(person.id);
    if (!account) throw new Error(`${fullName(person)} was never in scope`);
    return account;
  }

  async function find(attribute: "userName" | "externalId", value: string): Promise<string | undefined> {
    const target = `/Users?filter=${percentEncoded(`${attribute} eq ${quoted(value)}`)}`;
    return textAt(accepted(await connection.send("GET", target)).json, "Resources", 0, "id");
  }

  async function patch(person: Person, Operations: readonly object[]): Promise<void> {
    if (Operations.length === 0) return;
    const target = `/Users/${accountOf(person).id}`;
    accepted(await connection.send("PATCH", target, { schemas: [PATCH_OP], Operations }));
  }

  async function update(person: Person): Promise<void> {
    const account = accountOf(person);
    const next = profileOf(person, account.profile.active === true);
    const operations = patchOperations(flavour, account.profile, next);
    account.profile = next;
    await patch(person, operations);
  }

  async function setActive(person: Person, active: boolean): Promise<void> {
    const account = accountOf(person);
    const next = { ...account.profile, active };
    const operations = patchOperations(flavour, account.profile, next);
    account.profile = next;
    await patch(person, operations);
  }

  return {
    testConnection: () =>
      connection.send("GET", `/Users?filter=${percentEncoded(`userName eq ${quoted(randomUUID())}`)}`),
    async provision(person) {
      const found = await find("userName", person.userName);
      if (found === undefined) {
        const id = acceptedId(await connection.send("POST", "/Users", creation(person)));
        known.set(person.id, { id, profile: profileOf(person, true) });
        return id;
      }
      known.set(person.id, { id: found, profile: {} });
      await patch(person, patchOperations(flavour, {}, profileOf(person, true)));
      known.set(person.id, { id: found, profile: profileOf(person, true) });
      return found;
    },
    update,
    setManager: (person, manager) =>
      patch(person, [managerOperation(flavour, manager ? accountOf(manager).id : undefined)]),
    disable: (person) => setActive(person, false),
    enable: (person) => setActive(person, true),
    async hardDelete(person) {
      accepted(await connection.send("DELETE", `/Users/${accountOf(person).id}`));
      known.delete(person.id);
    },
    ...openEntraGroups(connection, flavour, (person) => accountOf(person).id),
    close: connection.close,
  };
}

/** What the default attribute mapping sends of a person, by SCIM path. */
function profileOf(person: Person, active: boolean): Profile {
  return {
    active,
    displayName: fullName(person),
    'emails[type eq "work"].value': person.email,
    userName: person.userName,
    "name.givenName": person.givenName,
    "name.familyName": person.familyName,
    title: person.title,
    [`${ENTERPRISE}:department`]: person.department,
  };
}

function creation(person: Person): object {
  return {
    schemas: [USER, ENTERPRISE],
    externalId: person.id,
    userName: person.userName,
    active: true,
    displayName: fullName(person),
    emails: person.email === undefined ? null : [{ primary: true, type: "work", value: person.email }],
    meta: { resourceType: "User" },
    name: { formatted: fullName(person), familyName: person.familyName, givenName: person.givenName },
    roles: [],
    title: person.title ?? null,
    [ENTERPRISE]: { department: person.department ?? null },
  };
}

import type { JsonValue } from "@rollcall/scim";
import { fullName, type Person } from "../people/person.ts";
import { connect } from "../wire/connection.ts";
import type { Exchange } from "../wire/exchange.ts";
import { textAt } from "../wire/json.ts";
import { listAll } from "../wire/list-all.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import type { Reply } from "../wire/reply.ts";
import { PATCH_OP, USER } from "../wire/urn.ts";
import { type OktaGroups, openOktaGroups } from "./groups.ts";

export interface OktaConfig {
  readonly baseUrl: string;
  readonly token: string;
  /**
   * `aiw`: a custom app of the App Integration Wizard, which sends PUT for everything.
   * `oin`: an app of the Okta Integration Network, which sends PATCH without a path.
   */
  readonly integration: "aiw" | "oin";
  readonly onExchange?: (exchange: Exchange) => void;
}

/** Okta's provisioning of one app. It never deletes a user, and a suspended user causes no request. */
export interface Okta extends OktaGroups {
  /** Test Connector Configuration. */
  testConnection(): Promise<Reply>;
  /** Assigns the app: links the user that the server has, or creates one. Returns the server's id. */
  assign(person: Person): Promise<string>;
  update(person: Person): Promise<void>;
  /** Unassigned, or deactivated in Okta: the same on the wire. */
  deactivate(person: Person): Promise<void>;
  /** On the id it had before. */
  reactivate(person: Person): Promise<void>;
  importUsers(): Promise<readonly JsonValue[]>;
  close(): void;
}

/** @see https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/ */
export function createOkta({ baseUrl, token, integration, onExchange }: OktaConfig): Okta {
  const connection = connect({
    baseUrl,
    headers: {
      "User-Agent": "Okta SCIM Client 1.0.0",
      Authorization: `Bearer ${token}`,
      Accept: "application/scim+json",
      "Accept-Charset": "utf-8",
      "Content-Type": "application/scim+json; charset=utf-8",
    },
    ...(onExchange ? { onExchange } : {}),
  });
  const ids = new Map<string, string>();

  function idOf(person: Person): string {
    const id = ids.get(person.id);
    if (id === undefined) throw new Error(`${fullName(person)} was never assigned to the app`);
    return id;
  }

  async function find(userName: string): Promise<string | undefined> {
    const filter = percentEncoded(`userName eq ${quoted(userName)}`);
    const reply = accepted(await connection.send("GET", `/Users?filter=${filter}&startIndex=1&count=100`));
    return textAt(reply.json, "Resources", 0, "id");
  }

  /** Reads the user and sends all of it back with the changes: what the server answered returns to it. */
  async function replace(person: Person, changes: Readonly<Record<string, unknown>>): Promise<void> {
    const target = `/Users/${idOf(person)}`;
    const current = accepted(await connection.send("GET", target)).json;
    accepted(await connection.send("PUT", target, { ...(isObject(current) ? current : {}), ...changes }));
  }

  async function setActive(person: Person, active: boolean): Promise<void> {
    if (integration === "aiw") return replace(person, { active });
    const Operations = [{ op: "replace", value: { active } }];
    accepted(await connection.send("PATCH", `/Users/${idOf(person)}`, { schemas: [PATCH_OP], Operations }));
  }

  return {
    testConnection: () => connection.send("GET", "/Users?startIndex=1&count=1"),
    async assign(person) {
      const found = ids.get(person.id) ?? (await find(person.userName));
      if (found === undefined) {
        ids.set(
          person.id,
          acceptedId(await connection.send("POST", "/Users", { ...profile(person), ...onCreate(person) })),
        );
      } else {
        ids.set(person.id, found);
        await replace(person, profile(person));
      }
      return idOf(person);
    },
    update: (person) => replace(person, profile(person)),
    deactivate: (person) => setActive(person, false),
    reactivate: (person) => setActive(person, true),
    importUsers: () => listAll(connection, "/Users"),
    ...openOktaGroups(connection, integration, (person) => ({
      value: idOf(person),
      display: person.userName,
    })),
    close: connection.close,
  };
}

function profile(person: Person): Readonly<Record<string, unknown>> {
  return {
    schemas: [USER],
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName },
    emails: person.email === undefined ? [] : [{ primary: true, value: person.email, type: "work" }],
    displayName: fullName(person),
    locale: "en-US",
    externalId: `00u${person.id}`,
    active: true,
  };
}

/** What Okta adds on a create only: an empty `groups` and a random placeholder password. */
function onCreate(person: Person): Readonly<Record<string, unknown>> {
  return { groups: [], password: `1mz050nq${person.id}` };
}

function isObject(value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { fullName, type Person } from "../people/person.ts";
import { connect } from "../wire/connection.ts";
import type { Exchange } from "../wire/exchange.ts";
import { textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import { GROUP, PATCH_OP, USER } from "../wire/urn.ts";

export interface PingConfig {
  readonly baseUrl: string;
  readonly token: string;
  /** Remove action. */
  readonly onRemove?: "disable" | "delete";
  readonly onExchange?: (exchange: Exchange) => void;
}

/** PingOne's SCIM propagation store. */
export interface Ping {
  /** Matches with PingOne's filter template, `username Eq "…"`, and creates or replaces. Returns the server's id. */
  propagate(person: Person): Promise<string>;
  remove(person: Person): Promise<void>;
  /** Group membership handling: Overwrite sends the whole list, Merge adds. The name may be a distinguished name. */
  propagateGroup(name: string, members: readonly Person[], handling: "overwrite" | "merge"): Promise<void>;
  close(): void;
}

/** @see https://developer.pingidentity.com (propagation stores) */
export function createPing({ baseUrl, token, onRemove = "disable", onExchange }: PingConfig): Ping {
  const connection = connect({
    baseUrl,
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: "application/scim+json, application/json",
      "Content-Type": "application/scim+json",
    },
    ...(onExchange ? { onExchange } : {}),
  });
  const ids = new Map<string, string>();

  function idOf(person: Person): string {
    const id = ids.get(person.id);
    if (id === undefined) throw new Error(`${fullName(person)} was never propagated`);
    return id;
  }

  async function find(endpoint: "/Users" | "/Groups", filter: string): Promise<string | undefined> {
    const reply = accepted(await connection.send("GET", `${endpoint}?filter=${percentEncoded(filter)}`));
    return textAt(reply.json, "Resources", 0, "id");
  }

  return {
    async propagate(person) {
      const found = await find("/Users", `username Eq ${quoted(person.userName)}`);
      if (found === undefined) {
        ids.set(person.id, acceptedId(await connection.send("POST", "/Users", userBody(person, true))));
      } else {
        ids.set(person.id, found);
        accepted(await connection.send("PUT", `/Users/${found}`, userBody(person, true)));
      }
      return idOf(person);
    },
    async remove(person) {
      const target = `/Users/${idOf(person)}`;
      if (onRemove === "delete") accepted(await connection.send("DELETE", target));
      else accepted(await connection.send("PUT", target, userBody(person, false)));
    },
    async propagateGroup(name, members, handling) {
      const created = { schemas: [GROUP], displayName: name };
      const found = await find("/Groups", `displayName Eq ${quoted(name)}`);
      const id = found ?? acceptedId(await connection.send("POST", "/Groups", created));
      const value = members.map((person) => ({ value: idOf(person) }));
      const Operations = [{ op: handling === "overwrite" ? "replace" : "add", path: "members", value }];
      accepted(await connection.send("PATCH", `/Groups/${id}`, { schemas: [PATCH_OP], Operations }));
    },
    close: connection.close,
  };
}

function userBody(person: Person, active: boolean): object {
  return {
    schemas: [USER],
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName },
    emails: [{ value: person.email, type: "work", primary: true }],
    active,
  };
}

import { randomUUID } from "node:crypto";
import { type Connection, connect, type Method } from "../wire/connection.ts";
import type { Reply } from "../wire/reply.ts";
import { GROUP, PATCH_OP, USER } from "../wire/urn.ts";
import { idIn, isStatus } from "./expect.ts";

export interface Target {
  readonly baseUrl: string;
  readonly token: string;
}

type Headers = Readonly<Record<string, string>>;

/** The server under test, with short hands for what most checks do. What was made through `make…` is deleted by `cleanUp`. */
export interface Endpoint extends Target {
  send(method: Method, target: string, body?: unknown, headers?: Headers): Promise<Reply>;
  get(target: string, headers?: Headers): Promise<Reply>;
  /** The same request without a token. */
  anonymously(method: Method, target: string, body?: unknown, headers?: Headers): Promise<Reply>;
  patch(target: string, ...operations: readonly object[]): Promise<Reply>;
  /** A name that nothing on the server has: `check-1f3c…`, at most 36 characters. */
  unique(prefix?: string): string;
  /** A user body with a fresh userName and e-mail. */
  userBody(changes?: object): { readonly userName: string } & Record<string, unknown>;
  /** Creates a user and returns its id. */
  makeUser(changes?: object): Promise<string>;
  /** Creates a group and returns its id. */
  makeGroup(memberIds?: readonly string[], changes?: object): Promise<string>;
  cleanUp(): Promise<void>;
}

/** Opens an endpoint to check. What was made through it goes with `cleanUp`. */
export function openEndpoint({ baseUrl, token }: Target): Endpoint {
  const headers = { Accept: "application/scim+json", "Content-Type": "application/scim+json" };
  const anonymous: Connection = connect({ baseUrl, headers });
  const connection = connect({ baseUrl, headers: { ...headers, Authorization: `Bearer ${token}` } });
  const made: string[] = [];

  const unique = (prefix = "check") => `${prefix}-${randomUUID().slice(0, 13)}`;

  function userBody(changes: object = {}) {
    const userName = `${unique("user")}@example.test`;
    return {
      schemas: [USER],
      userName,
      name: { givenName: "Ann", familyName: "Ax" },
      displayName: "Ann Ax",
      emails: [{ value: userName, type: "work", primary: true }],
      active: true,
      ...changes,
    };
  }

  async function make(endpoint: "/Users" | "/Groups", body: object): Promise<string> {
    const reply = await connection.send("POST", endpoint, body);
    isStatus(reply, 201);
    const id = idIn(reply);
    made.push(`${endpoint}/${id}`);
    return id;
  }

  return {
    baseUrl,
    token,
    send: connection.send,
    get: (target, extra) => connection.send("GET", target, undefined, extra),
    anonymously: anonymous.send,
    patch: (target, ...Operations) => connection.send("PATCH", target, { schemas: [PATCH_OP], Operations }),
    unique,
    userBody,
    makeUser: (changes) => make("/Users", userBody(changes)),
    makeGroup: (ids = [], changes = {}) =>
      make("/Groups", {
        schemas: [GROUP],
        displayName: unique("group"),
        members: ids.map((value) => ({ value })),
        ...changes,
      }),
    async cleanUp() {
      for (const target of made.reverse()) await connection.send("DELETE", target);
      connection.close();
      anonymous.close();
    },
  };
}

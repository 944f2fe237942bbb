import type { Connection } from "../wire/connection.ts";
import { textAt } from "../wire/json.ts";
import { listAll } from "../wire/list-all.ts";
import { formEncoded, quoted } from "../wire/query.ts";
import { accepted, acceptedId } from "../wire/refusal.ts";
import type { UserBody } from "./template.ts";

/** The filter of a look-up, blanks as `+` and a `&` at the end: how OneLogin was seen to send it. */
export function lookupTarget(userName: string): string {
  return `/Users?filter=${formEncoded(`userName eq ${quoted(userName)}`)}&`;
}

/** The id of a user by name; undefined when the server has none. A 404 counts as none. */
export async function findUser(connection: Connection, userName: string): Promise<string | undefined> {
  const reply = await connection.send("GET", lookupTarget(userName));
  if (reply.status === 404) return undefined;
  return textAt(accepted(reply).json, "Resources", 0, "id");
}

/** Creates a user and reads it back, as OneLogin does. Returns the id that the server gave. */
export async function createUser(connection: Connection, body: UserBody): Promise<string> {
  const id = acceptedId(await connection.send("POST", "/Users", body));
  accepted(await connection.send("GET", `/Users/${id}`));
  return id;
}

/** Replaces a user. The bare `?` is in the capture of a real update. */
export async function replaceUser(connection: Connection, id: string, body: UserBody): Promise<void> {
  accepted(await connection.send("PUT", `/Users/${id}?`, body));
}

/** Deletes a user; one that is gone already is as good. */
export async function deleteUser(connection: Connection, id: string): Promise<void> {
  const reply = await connection.send("DELETE", `/Users/${id}`);
  if (reply.status !== 404) accepted(reply);
}

export interface ImportedUser {
  readonly id: string;
  readonly userName: string;
}

/** Every user, in pages of 100. */
export async function importUsers(connection: Connection): Promise<readonly ImportedUser[]> {
  const users = await listAll(connection, "/Users");
  return users.map((user) => ({ id: textAt(user, "id") ?? "", userName: textAt(user, "userName") ?? "" }));
}

import { hash } from "node:crypto";
import type { QueryConfig } from "pg";

export type { Queryable } from "@rollcall/db";

const names = new Map<string, string>();
const composedNames = new Map<string, string>();
/** Each connection keeps its named statements, so what clients compose must not grow without end. */
const MAX_COMPOSED = 150;

/** A query whose text stands in the code: PostgreSQL parses it once per connection, under a name of its own. */
export function statement(text: string, values: unknown[]): QueryConfig {
  let name = names.get(text);
  if (name === undefined) {
    name = nameOf(text);
    names.set(text, name);
  }
  return { name, text, values };
}

/** Made of the text alone: the server and the pages are built apart and use the same connections. */
function nameOf(text: string): string {
  return `scim.${hash("sha256", text, "base64url")}`;
}

/**
 * A query whose text follows the shape of a client's filter or sort. The first shapes seen get names, which are those
 * that identity providers send all day; later ones are parsed each time. Values are parameters here too.
 */
export function composedStatement(text: string, values: unknown[]): QueryConfig {
  let name = composedNames.get(text);
  if (name === undefined && composedNames.size < MAX_COMPOSED) {
    name = nameOf(text);
    composedNames.set(text, name);
  }
  return name === undefined ? { text, values } : { name, text, values };
}

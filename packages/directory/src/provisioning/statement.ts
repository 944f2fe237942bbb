import type { ClientBase, Pool, QueryConfig } from "pg";

/** The pool, or the client of a transaction. */
export type Queryable = Pool | ClientBase;

const names = new Map<string, string>();
/** Each connection keeps its named statements; shapes beyond these are parsed each time they are used. */
const MAX_NAMED = 200;

/**
 * A query that PostgreSQL parses once per connection: every text gets a name of its own. The texts come from a closed
 * set of shapes, filters included; values are always parameters.
 */
export function statement(text: string, values: unknown[]): QueryConfig {
  let name = names.get(text);
  if (name === undefined && names.size < MAX_NAMED) {
    name = `scim.${names.size}`;
    names.set(text, name);
  }
  return name === undefined ? { text, values } : { name, text, values };
}

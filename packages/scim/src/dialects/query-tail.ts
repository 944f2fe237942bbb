import type { Dialect } from "./dialect.ts";

export const queryTail: Dialect = {
  name: "query-tail",
  clients: ["OneLogin"],
  what: "A query ends in a bare `&`, or a path in a bare `?`.",
  source: "https://github.com/goauthentik/authentik/issues/11249",
};

import type { Dialect } from "./dialect.ts";

export const plusInAddress: Dialect = {
  name: "plus-in-address",
  clients: ["OneLogin"],
  what: "An unescaped `+` in an address inside a filter arrives as a blank; the address with the `+` is asked for as well.",
  source: "https://github.com/goauthentik/authentik/issues/11249",
};

import type { Dialect } from "./dialect.ts";

export const emailAttribute: Dialect = {
  name: "email-attribute",
  clients: ["Okta"],
  what: "A filter names `email`, which no schema has. It is read as `emails.value`.",
  source: "https://www.truefoundry.com/docs/platform/sso/okta/scim",
};

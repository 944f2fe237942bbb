import type { Dialect } from "./dialect.ts";

export const missingSchemas: Dialect = {
  name: "missing-schemas",
  clients: ["Okta", "Entra ID"],
  what: "The body has no `schemas`, or `schemas` does not name a schema whose attributes are used.",
  source: "https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/",
};

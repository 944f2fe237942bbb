import type { Dialect } from "./dialect.ts";

export const readOnlyInPatch: Dialect = {
  name: "read-only-in-patch",
  clients: ["Okta", "Entra ID"],
  what: "A PATCH without path repeats readOnly attributes, such as `id`; they are ignored.",
  source: "https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/",
};

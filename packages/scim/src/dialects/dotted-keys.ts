import type { Dialect } from "./dialect.ts";

export const dottedKeys: Dialect = {
  name: "dotted-keys",
  clients: ["Entra ID"],
  what: "A key in a body is a path: `name.givenName`, or an attribute with its URN before it.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility",
};

import type { Dialect } from "./dialect.ts";

export const capitalisedOp: Dialect = {
  name: "capitalised-op",
  clients: ["Entra ID"],
  what: "A PATCH operation is spelled `Add`, `Remove` or `Replace`.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility",
};

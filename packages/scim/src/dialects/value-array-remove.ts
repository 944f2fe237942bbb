import type { Dialect } from "./dialect.ts";

export const valueArrayRemove: Dialect = {
  name: "value-array-remove",
  clients: ["OneLogin", "Entra ID", "JumpCloud"],
  what: "A `remove` names the values to remove in `value`, which the RFC has no meaning for. Only these go; an empty array removes nothing.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility",
};

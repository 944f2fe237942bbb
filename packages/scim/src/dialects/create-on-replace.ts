import type { Dialect } from "./dialect.ts";

export const createOnReplace: Dialect = {
  name: "create-on-replace",
  clients: ["Entra ID"],
  what: "A `replace` on a value path that matches nothing, with simple `eq` comparisons, makes the element.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
};

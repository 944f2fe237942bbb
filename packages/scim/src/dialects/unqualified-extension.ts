import type { Dialect } from "./dialect.ts";

export const unqualifiedExtension: Dialect = {
  name: "unqualified-extension",
  clients: ["Entra ID"],
  what: 'An extension\'s attribute is named without its URN: `manager eq "…"`.',
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
};

import type { Dialect } from "./dialect.ts";

export const valuePathComparison: Dialect = {
  name: "value-path-comparison",
  clients: ["Entra ID"],
  what: 'A filter goes on after a value path: `emails[type eq "work"].value eq "…"`. One element must satisfy both.',
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
};

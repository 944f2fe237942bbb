import type { Dialect } from "./dialect.ts";

export const bareComplex: Dialect = {
  name: "bare-complex",
  clients: ["Entra ID"],
  what: "A complex attribute comes as bare text and is read as its `value`: `manager`.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
};

import type { Dialect } from "./dialect.ts";

export const arrayForSingle: Dialect = {
  name: "array-for-single",
  clients: ["Entra ID", "SCIM-SDK"],
  what: "A singular attribute, or the value of a PATCH without path, comes as an array with one element: `manager`.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
};

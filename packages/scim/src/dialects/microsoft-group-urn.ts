import type { Dialect } from "./dialect.ts";

export const microsoftGroupUrn: Dialect = {
  name: "microsoft-group-urn",
  clients: ["Entra ID"],
  what: "A group's `schemas` names Microsoft's own schema beside the core one; it is ignored.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
};

/** Microsoft's schema of a group, lower-cased. */
export const MICROSOFT_GROUP = "http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/2.0/group";

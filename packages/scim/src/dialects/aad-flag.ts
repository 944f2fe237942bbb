import type { Dialect } from "./dialect.ts";

export const aadFlag: Dialect = {
  name: "aad-flag",
  clients: ["Entra ID"],
  what: "The feature flag `aadOptscim062020` or `AzureAdScimPatch2017` stands in the query; it is ignored.",
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility",
};

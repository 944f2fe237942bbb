import type { Dialect } from "./dialect.ts";

export const emptyOperations: Dialect = {
  name: "empty-operations",
  clients: ["Entra ID"],
  what: "A PATCH has no operations; it changes nothing.",
  source: "https://github.com/AzureAD/SCIMReferenceCode/issues/112",
};

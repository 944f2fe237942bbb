import type { Dialect } from "./dialect.ts";

export const bareElement: Dialect = {
  name: "bare-element",
  clients: ["Entra ID"],
  what: "An element of a multi-valued attribute comes as bare text and is read as its `value`.",
  source: "https://github.com/AzureAD/SCIMReferenceCode",
};

import type { Dialect } from "./dialect.ts";

export const urnDot: Dialect = {
  name: "urn-dot",
  clients: ["Entra ID"],
  what: "A dot instead of a colon stands between a schema's URN and the attribute: `…:2.0:User.manager`.",
  source: "https://github.com/AzureAD/SCIMReferenceCode",
};

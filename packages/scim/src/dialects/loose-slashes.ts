import type { Dialect } from "./dialect.ts";

export const looseSlashes: Dialect = {
  name: "loose-slashes",
  clients: ["Entra ID"],
  what: "A path has a doubled slash, or one before its query: `/Users/?filter=…`.",
  source: "https://github.com/AzureAD/SCIMReferenceCode",
};

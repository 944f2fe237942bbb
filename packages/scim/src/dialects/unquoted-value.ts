import type { Dialect } from "./dialect.ts";

export const unquotedValue: Dialect = {
  name: "unquoted-value",
  clients: ["Entra ID"],
  what: "A filter compares with text that has no quotation marks: `externalId eq jyoung`.",
  source: "https://github.com/AzureAD/SCIMReferenceCode",
};

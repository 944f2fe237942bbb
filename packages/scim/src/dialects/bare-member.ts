import type { Dialect } from "./dialect.ts";

export const bareMember: Dialect = {
  name: "bare-member",
  clients: ["Entra ID"],
  what: "A member comes as bare text instead of an object with `value`.",
  source: "https://github.com/AzureAD/SCIMReferenceCode",
};

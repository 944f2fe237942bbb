import type { Dialect } from "./dialect.ts";

export const blankAsUnassigned: Dialect = {
  name: "blank-as-unassigned",
  clients: ["OneLogin"],
  what: "Empty or blank text stands for an attribute without a value.",
  source: "https://developers.onelogin.com/scim/define-user-schema",
};

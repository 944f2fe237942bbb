import type { Dialect } from "./dialect.ts";

export const managerId: Dialect = {
  name: "manager-id",
  clients: ["OneLogin"],
  what: "The manager comes as `manager.managerId`, the name of SCIM 1.1, and is read as `manager.value`.",
  source: "https://developers.onelogin.com/scim/define-user-schema",
};

/** Sub-attributes that once had another name: lower-cased old name by attribute. */
export const FORMER_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  manager: { managerid: "value" },
};

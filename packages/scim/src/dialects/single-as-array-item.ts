import type { Dialect } from "./dialect.ts";

export const singleAsArrayItem: Dialect = {
  name: "single-as-array-item",
  clients: ["OneLogin"],
  what: "A multi-valued attribute comes as one object instead of an array: `emails`.",
  source: "https://developers.onelogin.com/scim/define-user-schema",
};

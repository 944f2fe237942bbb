import type { Dialect } from "./dialect.ts";

export const groupsAsText: Dialect = {
  name: "groups-as-text",
  clients: ["OneLogin"],
  what: "`groups` comes as one text with semicolons between the names.",
  source: "https://www.zabbix.com/documentation/current/en/manual/appendix/install/onelogin",
};

import type { Dialect } from "./dialect.ts";

export const stringNumber: Dialect = {
  name: "string-number",
  clients: ["SCIM-SDK"],
  what: 'A number of a search request comes as text: `"count": "10"`.',
  source: "https://github.com/Captain-P-Goldfish/SCIM-SDK",
};

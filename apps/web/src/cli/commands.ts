import type { Command } from "./command.ts";
import { scimDisable, scimEnable } from "./scim.ts";
import { setup, setupCode, tenantCreate, tenantList } from "./tenants.ts";
import { tokenList, tokenRegenerate, tokenRetire } from "./tokens.ts";
import { userList } from "./users.ts";

const migrate: Command = {
  name: "migrate",
  summary: "Bring the database to the newest schema; every start does it too",
  usage: "",
  permission: "deployment.manage",
  run: async (_options, { print }) => print("The database has the newest schema."),
};

/** Everything that acts on the database from the command line. */
export const COMMANDS: readonly Command[] = [
  setup,
  setupCode,
  tenantCreate,
  tenantList,
  scimEnable,
  scimDisable,
  tokenRegenerate,
  tokenList,
  tokenRetire,
  userList,
  migrate,
];

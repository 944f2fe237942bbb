import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import activity from "../../../messages/en/activity.json" with { type: "json" };

const DIRECTORY = new URL("../../../../../packages/directory/src", import.meta.url).pathname;

/** What admins can do to a connection or a token, as the audit log names it. */
const actions = ["connection", "tokens"]
  .flatMap((folder) => readdirSync(join(DIRECTORY, folder)).map((file) => join(DIRECTORY, folder, file)))
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/"((?:scim|scim_token|connection|provisioning)\.[a-z_]+ed)"/g),
  ])
  .map(([, action]) => action ?? "");

test("every act on the connection has a sentence of its own among the requests", () => {
  expect(new Set(actions).size).toBeGreaterThanOrEqual(8);
  const told = Object.keys(activity.acts);
  expect(actions.filter((action) => !told.includes(action.replace(".", "_")))).toEqual([]);
});

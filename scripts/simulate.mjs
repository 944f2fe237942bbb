// Runs the identity provider simulator of packages/idp-simulator with tsx.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const home = new URL("../packages/idp-simulator/", import.meta.url);
const tsx = pathToFileURL(createRequire(new URL("package.json", home)).resolve("tsx")).href;
const bin = fileURLToPath(new URL("src/cli/bin.ts", home));
const { status } = spawnSync(process.execPath, ["--import", tsx, bin, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;

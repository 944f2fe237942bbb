// npm run bench: starts everything on a temporary database, prints one table and writes bench/results.json.
import { join } from "node:path";
import { requireNode } from "./lib/node-version.mjs";
import { buildPages, bundle, generate, install } from "./lib/prepare.mjs";
import { ROOT, run } from "./lib/run.mjs";

requireNode();
await install();
await generate();
await bundle();
await buildPages();
const args = ["--import", "tsx", "src/main.ts", ...process.argv.slice(2)];
process.exitCode = await run(process.execPath, args, {
  cwd: join(ROOT, "bench"),
  env: { NODE_ENV: "production" },
});

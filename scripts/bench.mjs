// npm run bench: starts everything on a temporary database, prints one table and writes bench/results.json.
import { requireNode } from "./lib/node-version.mjs";
import { buildPages, bundle, generate, install } from "./lib/prepare.mjs";
import { run } from "./lib/run.mjs";

requireNode();
await install();
await generate();
await bundle();
await buildPages();
const args = ["--import", "tsx", "bench/src/main.ts", ...process.argv.slice(2)];
process.exitCode = await run(process.execPath, args, { env: { NODE_ENV: "production" } });

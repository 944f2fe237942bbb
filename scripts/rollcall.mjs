// npm run rollcall -- <command>: the command line for whoever runs the machine.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { requireNode } from "./lib/node-version.mjs";
import { bundle, generate, install } from "./lib/prepare.mjs";
import { ROOT } from "./lib/run.mjs";

requireNode();
if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
await install();
await generate();
await bundle();
const { main } = await import("../apps/web/dist/rollcall.mjs");
process.exitCode = await main(process.argv.slice(2));

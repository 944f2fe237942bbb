// npm start: from a fresh clone to a running Rollcall. Imports nothing that has to be installed first.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { requireNode } from "./lib/node-version.mjs";
import { buildPages, bundle, generate, install } from "./lib/prepare.mjs";
import { ROOT } from "./lib/run.mjs";

const HELP = `npm start            install, build, migrate and serve (http://localhost:3000)
npm run dev          the same with pages that reload as they are edited

Environment: PORT, HOST, DATABASE_URL, ROLLCALL_URL, ROLLCALL_DATA_DIR and more: docs/operations.md.
A file .env beside package.json is read too.
`;

requireNode();
const dev = process.argv.includes("--dev");
if (process.argv.includes("--help")) {
  process.stdout.write(HELP);
  process.exit(0);
}
if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));

await install();
await generate();
await bundle();
if (!dev) await buildPages();

process.env.NODE_ENV = dev ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// In this very process: one thing to stop, and nothing left over when it is killed.
const { serve } = await import("../apps/web/dist/server.mjs");
await serve({ dev });

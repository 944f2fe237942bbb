// npm run screenshots: builds what is not built, then photographs every page and state into screenshots/.
// npm run screenshots -- guides: the pictures of README and guides, into docs/images/.
import { join } from "node:path";
import { buildPages, bundle, generate, install } from "./lib/prepare.mjs";
import { ROOT, run } from "./lib/run.mjs";

const [which] = process.argv.slice(2);

await install();
await generate();
await bundle();
await buildPages();
process.exitCode = await run(
  process.execPath,
  [
    "node_modules/@playwright/test/cli.js",
    "test",
    "-c",
    "screenshots.config.ts",
    ...(which ? [which] : ["pages", "states"]),
  ],
  { cwd: join(ROOT, "e2e") },
);

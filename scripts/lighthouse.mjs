// npm run lighthouse: builds what is not built, then prints Lighthouse's figures for sign-in and the three main pages.
import { join } from "node:path";
import { buildPages, bundle, generate, install } from "./lib/prepare.mjs";
import { ROOT, run } from "./lib/run.mjs";

await install();
await generate();
await bundle();
await buildPages();
process.exitCode = await run(
  process.execPath,
  ["node_modules/@playwright/test/cli.js", "test", "rubric/speed.spec.ts", "--workers=1", "--reporter=list"],
  { cwd: join(ROOT, "e2e") },
);

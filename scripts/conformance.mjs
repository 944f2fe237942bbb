// npm run conformance: every conformance check against a product started for it; writes docs/conformance.md.
// Against a running one: npm run simulate -- conformance --url <SCIM URL> --token <token>
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildPages, bundle, generate, install } from "./lib/prepare.mjs";
import { ROOT, run } from "./lib/run.mjs";

await install();
await generate();
await bundle();
await buildPages();
const { resolve } = createRequire(join(ROOT, "packages/idp-simulator/package.json"));
process.exitCode = await run(process.execPath, [
  "--import",
  pathToFileURL(resolve("tsx")).href,
  join(ROOT, "e2e/src/write-conformance.ts"),
]);

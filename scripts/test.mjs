// npm test: everything that says whether Rollcall works, on a machine with Node and npm alone.

import { ensureBrowser, NO_BROWSER } from "./lib/browser.mjs";
import { requireNode } from "./lib/node-version.mjs";
import { buildPages, bundle, generate, install } from "./lib/prepare.mjs";
import { ROOT, run } from "./lib/run.mjs";
import { check, clearResults, playwright, speed, testedPackages, typesHold, vitest } from "./lib/suites.mjs";

requireNode();
process.chdir(ROOT);
process.env.NEXT_TELEMETRY_DISABLED = "1";

await install();
await generate();
await bundle();
await buildPages();
const browser = await ensureBrowser();

clearResults();
const results = [];
results.push(await check("lint", async () => (await run("node_modules/.bin/biome", ["check", "."])) === 0));
results.push(await check("types", typesHold));
for (const folder of testedPackages()) results.push(await vitest(folder));
if (browser) results.push(await playwright());
else results.push(await check("e2e", () => process.stdout.write(`${NO_BROWSER}\n`) && false));

results.push(await speed());

const total = { passed: 0, failed: 0 };
process.stdout.write("\n");
for (const { name, passed, failed, seconds, failures } of results) {
  total.passed += passed;
  total.failed += failed;
  const mark = failed === 0 ? "✓" : "✗";
  process.stdout.write(
    `${mark} ${name.padEnd(24)} ${passed} passed, ${failed} failed  (${seconds.toFixed(1)} s)\n`,
  );
  for (const failure of failures) process.stdout.write(`    ✗ ${failure}\n`);
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

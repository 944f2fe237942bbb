import { writeFile } from "node:fs/promises";
import { allSuites, markdownReport, runConformance } from "@rollcall/idp-simulator";
import { openSite } from "./harness/site.ts";

const REPORT = new URL("../../docs/conformance.md", import.meta.url);

const INTRODUCTION = `# Conformance

Written by \`npm run conformance\`, which plays every check over HTTP against a freshly started Rollcall. The checks are code
in \`packages/idp-simulator/src/conformance\`; each names what demands it. The clients' checks are their own published test
lists and what they were seen to send; the RFC's are those demands of RFC 7643, RFC 7644 and RFC 9865 that a client can
observe. \`npm test\` plays them too.

Where Rollcall reads more than the RFC allows, [dialects](dialects.md) says what and for whom. What it does not do is in
[unsupported](unsupported.md).

`;

const site = await openSite({ database: "embedded" });
const results = await runConformance(site.scim, allSuites, ({ client, check, ok, message }) => {
  if (!ok) process.stdout.write(`FAIL  ${client}: ${check.name}: ${message}\n`);
});
await site.product.dispose();
await writeFile(REPORT, `${INTRODUCTION}${markdownReport(results)}`);
const passed = results.filter((result) => result.ok).length;
process.stdout.write(`${passed} of ${results.length} checks passed; see docs/conformance.md\n`);
process.exitCode = passed === results.length ? 0 : 1;

import { writeFile } from "node:fs/promises";
import { allSuites, markdownReport, runConformance } from "@rollcall/idp-simulator";
import { openSite } from "./harness/site.ts";

const REPORT = new URL("../../docs/conformance.md", import.meta.url);

const INTRODUCTION = `# Conformance

Written by \`npm run conformance\`, which plays every check over HTTP against a freshly started Rollcall. The checks are code
in \`packages/idp-simulator/src/conformance\`; each names what demands it. The clients' checks are their own published test
lists and what they were seen to send; the RFC's are those demands of RFC 7643, RFC 7644 and RFC 9865 that a client can
observe. \`npm test\` plays them too.

Where Rollcall reads more than the RFC allows, [dialects](dialects.md) says what and for whom.

`;

const NOT_SUPPORTED = `## Not supported

| what | answer | why |
|---|---|---|
| \`/Me\` (RFC 7644 §3.11) | 501 | a provisioning token is no person |
| changing a password over SCIM (RFC 7644 §3.5) | accepted, not kept | people sign in through the identity provider |
| groups inside groups (RFC 7643 §4.2) | the member is skipped and the request marked | teams are flat |
| a \`.scim\` suffix (RFC 7644 §3.8) | 404 | no client in use sends it |
| security events (RFC 9967) | not announced | no identity provider sends or takes them yet |
`;

const site = await openSite({ database: "embedded" });
const results = await runConformance(site.scim, allSuites, ({ client, check, ok, message }) => {
  if (!ok) process.stdout.write(`FAIL  ${client}: ${check.name}: ${message}\n`);
});
await site.product.dispose();
await writeFile(REPORT, `${INTRODUCTION}${markdownReport(results)}\n${NOT_SUPPORTED}`);
const passed = results.filter((result) => result.ok).length;
process.stdout.write(`${passed} of ${results.length} checks passed; see docs/conformance.md\n`);
process.exitCode = passed === results.length ? 0 : 1;

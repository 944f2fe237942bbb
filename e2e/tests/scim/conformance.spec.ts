import { allSuites, runConformance } from "@rollcall/idp-simulator";
import { expect, test } from "../../src/fixtures.ts";

for (const suite of allSuites) {
  test(`${suite.client}: ${suite.checks.length} checks`, async ({ scim }) => {
    const results = await runConformance(scim, [suite]);
    const failed = results.filter((result) => !result.ok);
    expect(failed.map(({ check, message }) => `${check.name}: ${message} [${check.source}]`)).toEqual([]);
    expect(results).toHaveLength(suite.checks.length);
  });
}

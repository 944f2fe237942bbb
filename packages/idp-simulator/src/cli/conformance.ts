import type { Target } from "../conformance/endpoint.ts";
import { markdownReport, tally } from "../conformance/report.ts";
import { runConformance } from "../conformance/run.ts";
import { allSuites } from "../conformance/suites.ts";
import type { Printer } from "./print.ts";

/**
 * Runs every check, or those of clients whose name contains `only`, and prints each.
 * @returns the results as Markdown
 */
export async function checkConformance(target: Target, print: Printer, only = ""): Promise<string> {
  const suites = allSuites.filter((suite) => suite.client.toLowerCase().includes(only.toLowerCase()));
  const results = await runConformance(target, suites, ({ client, check, ok, message }) =>
    print.step(`${client}: ${check.name}`, ok, message && `${message} [${check.source}]`),
  );
  for (const [client, { passed, total }] of tally(results)) print.note(`${client}: ${passed} of ${total}`);
  return markdownReport(results);
}

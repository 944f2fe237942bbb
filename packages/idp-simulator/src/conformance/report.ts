import type { CheckResult } from "./run.ts";

/** How many checks of each client passed. */
export function tally(
  results: readonly CheckResult[],
): ReadonlyMap<string, { passed: number; total: number }> {
  const counts = new Map<string, { passed: number; total: number }>();
  for (const { client, ok } of results) {
    const count = counts.get(client) ?? { passed: 0, total: 0 };
    counts.set(client, { passed: count.passed + (ok ? 1 : 0), total: count.total + 1 });
  }
  return counts;
}

/** The results as Markdown: a table of counts, then every check with its source. */
export function markdownReport(results: readonly CheckResult[]): string {
  const counts = [...tally(results)].map(
    ([client, { passed, total }]) => `| ${client} | ${passed} | ${total} |`,
  );
  const sections = [...tally(results).keys()].map((client) => {
    const rows = results.filter((result) => result.client === client).map(row);
    return [`## ${client}`, "", "| check | level | source | result |", "|---|---|---|---|", ...rows, ""].join(
      "\n",
    );
  });
  return ["| client | passed | checks |", "|---|---|---|", ...counts, "", ...sections].join("\n");
}

function row({ check, ok, message }: CheckResult): string {
  const result = ok ? "pass" : `**fail**: ${cell(message ?? "")}`;
  return `| ${cell(check.name)} | ${check.level} | ${cell(check.source)} | ${result} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}

import type { LoadResult } from "./load/load.ts";

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  /** Whether the target is reached; undefined for a line that has none. */
  readonly reached?: boolean;
  readonly note?: string;
  readonly values: Readonly<Record<string, number>>;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The run in the middle, by requests per second. */
export function medianRun(runs: readonly LoadResult[]): LoadResult {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("Nothing was run.");
  return middle;
}

export const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString("en")}/s`;
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const times = (factor: number): string => `${factor.toFixed(2)}×`;

/** Prints a line as soon as it is known. */
export function printRow(row: Row): void {
  const mark = row.reached === undefined ? " " : row.reached ? "✓" : "✗";
  const target = row.target ? `   (${row.target})` : "";
  process.stdout.write(
    `${mark} ${row.what.padEnd(62)} ${row.measured}${target}${row.note ? `   ${row.note}` : ""}\n`,
  );
}

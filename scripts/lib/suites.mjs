import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "./run.mjs";

const RESULTS = join(ROOT, "test-results");

/** @typedef {{ name: string, passed: number, failed: number, seconds: number }} Result */

/**
 * Runs something that either holds or not, as one check.
 *
 * @returns {Promise<Result>}
 */
export function check(name, work) {
  return timed(name, async () => ((await work()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

/** Type-checks every package, two at a time. One check for all. */
export async function typesHold() {
  const queue = packages().filter((folder) => existsSync(join(ROOT, folder, "tsconfig.json")));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  let good = true;
  const worker = async () => {
    for (let folder = queue.shift(); folder; folder = queue.shift()) {
      const code = await run(process.execPath, [tsc, "--noEmit"], { cwd: join(ROOT, folder) });
      if (code !== 0) good = false;
    }
  };
  await Promise.all([worker(), worker()]);
  return good;
}

/** The packages that have vitest tests. */
export function testedPackages() {
  return packages().filter(
    (folder) => existsSync(join(ROOT, folder, "node_modules/vitest")) && hasTests(folder),
  );
}

/**
 * The vitest tests of one package.
 *
 * @returns {Promise<Result>}
 */
export function vitest(folder) {
  const report = join(RESULTS, `${folder.replaceAll("/", "-")}.json`);
  return timed(folder, async () => {
    const code = await run(
      process.execPath,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      { cwd: join(ROOT, folder) },
    );
    const counted = readReport(report, ({ numPassedTests, numFailedTests }) => [
      numPassedTests,
      numFailedTests,
    ]);
    return tally(code, counted);
  });
}

/**
 * The Playwright tests against the built product.
 *
 * @returns {Promise<Result>}
 */
export function playwright() {
  const report = join(RESULTS, "e2e.json");
  return timed("e2e", async () => {
    const code = await run(process.execPath, ["node_modules/@playwright/test/cli.js", "test"], {
      cwd: join(ROOT, "e2e"),
    });
    const counted = readReport(report, ({ stats }) => {
      if (stats.flaky > 0) process.stdout.write(`! ${stats.flaky} passed only when tried again\n`);
      return [stats.expected + stats.flaky, stats.unexpected];
    });
    return tally(code, counted);
  });
}

export function clearResults() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
}

/** A run that ended badly without a failed test, or without a report, is one failure. */
function tally(code, counted) {
  const [passed, failed] = counted ?? [0, 0];
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

async function timed(name, work) {
  const started = Date.now();
  process.stdout.write(`\n── ${name} ──\n`);
  const counts = await work();
  return { name, ...counts, seconds: (Date.now() - started) / 1000 };
}

function packages() {
  const inside = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  );
  return [...inside, "e2e", "bench"];
}

function hasTests(folder) {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return files.some((file) => /\.test\.tsx?$/.test(file) && !file.includes("node_modules"));
}

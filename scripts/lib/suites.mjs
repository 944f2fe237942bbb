import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, run } from "./run.mjs";

const RESULTS = join(ROOT, "test-results");

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} seconds
 * @property {string[]} failures what failed, by title
 */

/**
 * Runs something that either holds or not, as one check.
 *
 * @returns {Promise<Result>}
 */
export function check(name, work) {
  return timed(name, async () =>
    (await work()) ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [] },
  );
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
    const counted = readReport(report, ({ numPassedTests, testResults }) => ({
      passed: numPassedTests,
      failures: testResults.filter(({ status }) => status === "failed").flatMap(failuresOf),
    }));
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
    const counted = readReport(report, ({ stats, suites }) => {
      if (stats.flaky > 0) process.stdout.write(`! ${stats.flaky} passed only when tried again\n`);
      const specs = suites.flatMap(specsIn);
      return {
        passed: stats.expected + stats.flaky,
        failures: specs.filter(({ ok }) => !ok).map(({ file, title }) => `e2e/${file} › ${title}`),
      };
    });
    return tally(code, counted);
  });
}

/**
 * The speed of each common operation against the floor of the same moment: a loss of speed fails, a slow machine does not.
 *
 * @returns {Promise<Result>}
 */
export function speed() {
  const report = join(RESULTS, "bench.json");
  return timed("speed", async () => {
    const code = await run(process.execPath, ["--import", "tsx", "src/main.ts", "--guard"], {
      cwd: join(ROOT, "bench"),
      env: { NODE_ENV: "production" },
    });
    const counted = readReport(report, ({ rows }) => ({
      passed: rows.filter(({ reached }) => reached !== false).length,
      failures: rows.filter(({ reached }) => reached === false).map(({ what }) => what),
    }));
    return tally(code, counted);
  });
}

export function clearResults() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
}

/** A run that ended badly without a failed test, or without a report, is one failure. */
function tally(code, counted) {
  const { passed, failures } = counted ?? { passed: 0, failures: [] };
  return { passed, failed: failures.length === 0 && code !== 0 ? 1 : failures.length, failures };
}

/** The failed tests of a file in a vitest report, or the file itself where it did not come to its tests. */
function failuresOf({ name, assertionResults }) {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter(({ status }) => status === "failed");
  return failed.length === 0 ? [file] : failed.map(({ fullName }) => `${file} › ${fullName}`);
}

/** The tests of a suite in a Playwright report, and of the suites in it. */
function specsIn({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
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

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Runs a program with its output on ours and waits for it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} [options]
 *   quiet: standard output goes to standard error, so that ours carries nothing but results
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { cwd = ROOT, env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", quiet ? 2 : "inherit", "inherit"],
    });
    // A step is not left running by itself when this process is told to stop.
    const stop = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    child.once("error", reject);
    child.once("exit", (code) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve(code ?? 1);
    });
  });
}

/** A step that the rest cannot do without: its failure ends this process with its exit code. */
export async function must(title, command, args, options) {
  const started = Date.now();
  process.stderr.write(`› ${title} …\n`);
  const code = await run(command, args, { quiet: true, ...options });
  if (code !== 0) {
    process.stderr.write(`✗ ${title} failed (exit code ${code}).\n`);
    process.exit(code);
  }
  process.stderr.write(`✓ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}

/** The pinned pnpm, fetched by npx when it is not there: nothing but Node and npm is needed. */
export function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return ["npx", ["--yes", packageManager, ...args]];
}

/** What installing, generating, building and testing leave behind, and what stories stand on. */
const NOT_SOURCE = new Set([
  "node_modules",
  "dist",
  "generated",
  ".next",
  ".turbo",
  "stories",
  "test-results",
  "next-env.d.ts",
]);

/** SHA-256 over the names and contents of files and of everything in folders, tests and stories left out. */
export function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  };
  const walk = (path) => {
    for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true }).sort(byName)) {
      if (NOT_SOURCE.has(entry.name) || /\.(?:test|stories)\.|\.tsbuildinfo$/.test(entry.name)) continue;
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else if (entry.isFile()) add(below);
    }
  };
  for (const path of paths) {
    if (!existsSync(join(ROOT, path))) continue;
    if (isFolder(path)) walk(path);
    else add(path);
  }
  return hash.digest("hex");
}

const byName = (a, b) => (a.name < b.name ? -1 : 1);

function isFolder(path) {
  try {
    readdirSync(join(ROOT, path));
    return true;
  } catch {
    return false;
  }
}

/** Does the work unless it was done before with the same inputs. The stamp is written last: a killed run is redone. */
export async function whenChanged(stamp, inputs, work) {
  const file = join(ROOT, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === inputs) return;
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, inputs);
}

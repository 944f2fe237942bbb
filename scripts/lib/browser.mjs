import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "./run.mjs";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** What to do where no browser can be installed from here. */
export const NO_BROWSER =
  "No Chromium was found. Install one (Debian: apt-get install chromium; else: npx playwright install chromium)\n" +
  "or name one in CHROMIUM_PATH.";

/** Whether the end-to-end tests will find a browser: `CHROMIUM_PATH`, Playwright's own, or the system's. */
function haveBrowser() {
  const own = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache/ms-playwright");
  const downloaded = existsSync(own) && readdirSync(own).some((name) => name.startsWith("chromium-"));
  return downloaded || [process.env.CHROMIUM_PATH, ...SYSTEM].some((path) => path && existsSync(path));
}

/**
 * Installs Debian's Chromium where there is no browser and this is root.
 *
 * @returns {Promise<boolean>} whether there is a browser now
 */
export async function ensureBrowser() {
  if (haveBrowser()) return true;
  const debian = spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (!debian || process.getuid?.() !== 0) return false;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env, quiet: true });
  const packages = ["chromium", "fonts-liberation"];
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    env,
    quiet: true,
  });
  return haveBrowser();
}

import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** The browser: `CHROMIUM_PATH`, else Playwright's own, else the system's. @throws when there is none */
export function findChromium(): string {
  const { CHROMIUM_PATH } = process.env;
  const found = [CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find(
    (path) => path && existsSync(path),
  );
  if (!found)
    throw new Error("No Chromium found: install it (apt-get install chromium) or set CHROMIUM_PATH");
  return found;
}

/** Root needs no sandbox, a small container has little shared memory, a test machine wants no background traffic. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

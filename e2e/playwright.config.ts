import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./src/harness/chromium.ts";

export default defineConfig({
  testDir: "tests",
  globalSetup: "./src/harness/global-setup.ts",
  outputDir: "../test-results/e2e",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // A busy machine can starve a browser for longer than any wait; the report names what needed a second try.
  retries: process.env.CI ? 2 : 0,
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS] },
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});

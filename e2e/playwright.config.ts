import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./src/harness/chromium.ts";

const ALONE = /@alone/;

export default defineConfig({
  testMatch: ["tests/**/*.spec.ts", "rubric/*.spec.ts"],
  globalSetup: "./src/harness/global-setup.ts",
  outputDir: "../test-results/e2e",
  workers: 2,
  projects: [
    { name: "console", grepInvert: ALONE },
    // What is measured by the clock has the machine to itself.
    { name: "alone", grep: ALONE, workers: 1, dependencies: ["console"] },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // A busy machine can starve a browser for longer than any wait; the report names what needed a second try.
  retries: process.env.CI ? 2 : 0,
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }], ["./rubric/score/reporter.ts"]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS] },
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // Moving dots and shimmering shapes cost a software renderer more than everything else on the page.
    contextOptions: { reducedMotion: "reduce" },
    // Only a second try is recorded: filming every page costs more than the tests.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
  },
});

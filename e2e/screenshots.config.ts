import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

/** `npm run screenshots`: every page and state, light and dark, at three widths, into `screenshots/`. */
export default defineConfig({
  ...base,
  testDir: "shots",
  testMatch: "*.shots.ts",
  workers: 1,
  timeout: 1_200_000,
  reporter: [["list"]],
  outputDir: "../test-results/screenshots",
});

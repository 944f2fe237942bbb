import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["@rollcall/db/testing-setup"],
    include: ["src/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": new URL("./src", import.meta.url).pathname } },
  test: {
    globalSetup: ["@rollcall/db/testing-setup"],
    include: ["src/**/*.test.ts", "*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

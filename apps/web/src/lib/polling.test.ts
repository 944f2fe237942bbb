import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { POLL_MS } from "./query-client.ts";

const SOURCE = join(import.meta.dirname, "..");

test("what is on screen is at most 3 seconds old: whatever asks again asks at the one pace", () => {
  expect(POLL_MS).toBeLessThanOrEqual(3000);
  const paces = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))
    .flatMap((path) => [
      ...readFileSync(join(SOURCE, path), "utf8").matchAll(/refetchInterval: ([\s\S]+?),\n/g),
    ])
    .map(([, pace]) => pace);
  expect(paces.length).toBeGreaterThan(10);
  for (const pace of paces) expect(pace).toMatch(/^([\s\S]* \? false : )?POLL_MS$/);
});

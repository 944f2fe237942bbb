import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator, type Messages } from "next-intl";
import { expect, test } from "vitest";
import audit from "../../../messages/en/audit.json" with { type: "json" };

const ROOT = new URL("../../../../../", import.meta.url).pathname;
const messages: Messages = audit;
const t = createTranslator({ locale: "en", messages });

test("every act that is recorded has words in the audit log", () => {
  const recorded = ["packages/directory/src", "apps/web/src", "apps/web/cli.ts"]
    .flatMap((path) => sources(join(ROOT, path)))
    .flatMap((text) => [...text.matchAll(/\baction:[^,;\n]*/g)])
    .flatMap(([line]) => [...line.matchAll(/"([a-z_]+\.[a-z_]+)"/g)])
    .flatMap(([, action]) => action ?? []);
  expect(recorded.length).toBeGreaterThan(20);
  expect([...new Set(recorded)].filter((action) => !t.has(`actions.${action}`))).toEqual([]);
});

function sources(path: string): string[] {
  if (path.endsWith(".ts")) return [readFileSync(path, "utf8")];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(path, file), "utf8"));
}

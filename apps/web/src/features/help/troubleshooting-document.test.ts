import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { VOICES } from "@rollcall/directory/explain/provider";
import { isReasonCode, REASONS } from "@rollcall/directory/explain/reason";
import { STEPS } from "@rollcall/directory/explain/step";
import { createTranslator, type Messages } from "next-intl";
import { expect, test } from "vitest";
import explain from "../../../messages/en/explain.json" with { type: "json" };
import { anchorOf, CHAPTERS, reasonCodes, reasonsOf } from "./chapters.ts";
import { troubleshootingDocument } from "./troubleshooting-document.ts";

const ROOT = new URL("../../../../../", import.meta.url).pathname;
const messages: Messages = explain;
const t = createTranslator({ locale: "en", messages });

test("docs/troubleshooting.md is what the catalogue says now (npm run docs)", () => {
  expect(readFileSync(join(ROOT, "docs/troubleshooting.md"), "utf8")).toBe(troubleshootingDocument());
});

test("every reason is in exactly one chapter and has its anchor", () => {
  const listed = CHAPTERS.flatMap(reasonsOf);
  expect([...listed].sort()).toEqual(reasonCodes().sort());
  const document = troubleshootingDocument();
  for (const code of reasonCodes()) expect(document).toContain(`<a id="${anchorOf(code)}"></a>`);
});

test("every reason has title, meaning and cause, and every step has words for each provider", () => {
  for (const code of reasonCodes()) {
    for (const part of ["title", "meaning", "cause"]) {
      expect(t.has(`reasons.${code}.${part}`), `reasons.${code}.${part}`).toBe(true);
    }
  }
  for (const step of STEPS) {
    for (const voice of VOICES) expect(t.has(`steps.${step}.${voice}`), `steps.${step}.${voice}`).toBe(true);
  }
});

test("every step is used by a reason", () => {
  const used = new Set<string>(Object.values(REASONS).flatMap((reason) => reason.steps));
  expect(STEPS.filter((step) => !used.has(step))).toEqual([]);
});

/** The answer to the caller is the same for every refused token; its event has the code of the class. */
const TOLD_BY_CLASS = "auth.invalid_token";

test("every code with which SCIM refuses a request has an entry", () => {
  const refused = [
    "packages/scim/src",
    "packages/directory/src/provisioning",
    "packages/directory/src/policies",
  ]
    .flatMap((folder) => sources(join(ROOT, folder)))
    .flatMap((text) => [...text.matchAll(/(?:code|reason):\s*"([a-z]+\.[a-z_]+)"/g)])
    .flatMap(([, code]) => code ?? []);
  expect(refused.length).toBeGreaterThan(10);
  expect([...new Set(refused)].filter((code) => code !== TOLD_BY_CLASS && !isReasonCode(code))).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

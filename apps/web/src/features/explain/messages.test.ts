import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator, type Messages } from "next-intl";
import { expect, test } from "vitest";
import explain from "../../../messages/en/explain.json" with { type: "json" };
import { reasonCodes } from "../help/chapters.ts";

const ENGINE = new URL("../../../../../packages/directory/src/explain", import.meta.url).pathname;
const messages: Messages = explain;
const t = createTranslator({ locale: "en", messages });

const sources = readdirSync(ENGINE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(join(ENGINE, file), "utf8"));

test("every sentence that the engine names outright is in the catalogue", () => {
  const named = sources
    .flatMap((text) => [...text.matchAll(/say\(\s*"([\w.]+)"/g)])
    .map(([, id]) => id ?? "");
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((id) => !t.has(id))).toEqual([]);
});

/** These are told by the trace alone and never listed. */
const TRACED_ONLY = new Set(["person.never_sent", "person.looked_up"]);

test("every reason that can be listed has a title and says what was received", () => {
  for (const code of reasonCodes().filter((each) => !TRACED_ONLY.has(each))) {
    expect(t.has(`findings.${code}.title`), code).toBe(true);
    const said: unknown = t.raw(`findings.${code}`);
    const received = said && typeof said === "object" ? Object.keys(said) : [];
    expect(
      received.some((name) => name.startsWith("received")),
      code,
    ).toBe(true);
  }
});

test("every event has a sentence: written, unchanged, looked up, refused, failed", () => {
  const verbs = {
    user: ["create", "replace", "update", "deactivate", "reactivate", "delete"],
    group: ["create", "replace", "update", "delete"],
  };
  const ids = [
    ...Object.entries(verbs).flatMap(([noun, each]) => each.map((verb) => `applied.${noun}.${verb}`)),
    ...["user", "group"].flatMap((noun) =>
      ["list", "list_all", "read"].map((verb) => `lookup.${noun}.${verb}`),
    ),
    ...["no_change", "rejected"].flatMap((outcome) =>
      ["user", "group", "other"].map((noun) => `${outcome}.${noun}`),
    ),
    ...["applied.bulk", "applied.other", "lookup.search", "lookup.discovery", "lookup.other"],
    "lookup.test",
    ...["auth_failed.paused", "auth_failed.other", "server_error"],
  ];
  expect(ids.filter((id) => !t.has(`events.${id}`))).toEqual([]);
});

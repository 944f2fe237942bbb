import { expect, test } from "vitest";
import { startRecordingServer } from "../testing/recording-server.ts";
import { isError, isStatus } from "./expect.ts";
import { markdownReport, tally } from "./report.ts";
import { runConformance } from "./run.ts";
import { suite } from "./suite.ts";
import { allSuites } from "./suites.ts";

const example = suite("Example", "RFC 7644 §3", (check) => {
  check("a user | can be made", async (scim) => void (await scim.makeUser()));
  check("an unknown id is a 404", async (scim) => isError(await scim.get("/Users/x"), 404), {
    level: "SHOULD",
  });
  check("the list answers", async (scim) => isStatus(await scim.get("/Users"), 200));
});

test("a failing check says what the server answered, and the others go on", async () => {
  const server = await startRecordingServer(({ line }) =>
    line.startsWith("POST") ? { status: 201, body: { id: "u1" } } : { status: 200, body: {} },
  );
  const results = await runConformance({ baseUrl: server.baseUrl, token: "t" }, [example]);
  expect(server.lines().at(-1)).toBe("DELETE /Users/u1");
  await server.close();
  expect(results.map(({ ok, message }) => message ?? ok)).toEqual([true, "expected 404, got 200 {}", true]);
  expect(tally(results).get("Example")).toEqual({ passed: 2, total: 3 });
  expect(markdownReport(results)).toContain("| a user \\| can be made | MUST | RFC 7644 §3 | pass |");
});

test("every check has a name of its own within its client, and a source", () => {
  for (const { client, checks } of allSuites) {
    expect(new Set(checks.map((check) => check.name)).size, client).toBe(checks.length);
    expect(
      checks.every((check) => /^(RFC \d+|https:\/\/)/.test(check.source)),
      client,
    ).toBe(true);
  }
});

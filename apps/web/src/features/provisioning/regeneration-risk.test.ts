import { expect, test } from "vitest";
import { regenerationRisk } from "./regeneration-risk.ts";

const now = Date.parse("2026-03-03T14:00:00Z");

function risk(lastUsedAt: string | null, state: "healthy" | "failing_auth" = "healthy") {
  const current = {
    id: "1",
    last4: "3F9C",
    createdAt: "2026-01-01T00:00:00Z",
    createdByName: "Ada",
    firstUsedAt: lastUsedAt,
    lastUsedAt,
    lastUsedIp: null,
  };
  return regenerationRisk({ state, tokens: { current, former: null, verifiedAt: lastUsedAt } }, now);
}

test("a token that an identity provider used today asks for a typed word", () => {
  expect(risk("2026-03-03T13:58:00Z")).toBe("live");
});

test("a token that never worked is told from one that worked and whose provider is refused now", () => {
  expect(risk(null)).toBe("unused");
  expect(risk(null, "failing_auth")).toBe("unused");
  expect(risk("2026-03-03T13:58:00Z", "failing_auth")).toBe("refused");
});

test("a token that has not been used for a month says so", () => {
  expect(risk("2026-01-20T00:00:00Z")).toBe("stale");
});

import { expect, it } from "vitest";
import { certificateStatus } from "./certificate-status.ts";

it.each([
  [31, "ok"],
  [30, "warn"],
  [8, "warn"],
  [7, "bad"],
  [0, "bad"],
  [-1, "bad"],
] as const)("a certificate with %i days left is %s", (days, status) => {
  const now = Date.parse("2026-03-01T12:00:00Z");
  expect(certificateStatus(new Date(now + days * 86_400_000).toISOString(), now)).toEqual({ days, status });
});

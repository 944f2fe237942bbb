import { expect, it } from "vitest";
import { readReceipt } from "./session-receipt.tsx";

const session = {
  method: "saml",
  createdAt: "2026-03-01T10:00:00.000Z",
  lastSeenAt: "2026-03-01T11:00:00.000Z",
  endedAt: "2026-03-01T12:00:00.000Z",
};

it("a change of sessions is a receipt; anything else is shown as it is", () => {
  expect(readReceipt("sessions", [session])).toEqual([session]);
  expect(readReceipt("groups", [session])).toBeNull();
  expect(readReceipt("sessions", [])).toBeNull();
  expect(readReceipt("sessions", "three")).toBeNull();
});

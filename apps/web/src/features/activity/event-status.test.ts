import { expect, test } from "vitest";
import { eventStatus } from "./event-status.ts";

test("a refusal is amber, that of the last admin's removal is red", () => {
  expect(eventStatus("rejected", "user.email_missing")).toBe("warn");
  expect(eventStatus("rejected", null)).toBe("warn");
  expect(eventStatus("rejected", "user.last_admin")).toBe("bad");
  expect(eventStatus("applied", "group.member_unknown")).toBe("ok");
});

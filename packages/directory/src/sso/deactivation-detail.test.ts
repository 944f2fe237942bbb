import { expect, it } from "vitest";
import { deactivationDetail } from "./deactivation-detail.ts";

const grace = { name: "Grace Hopper", deactivatedAt: new Date("2026-03-12T14:02:10Z") };

it.each([
  ["scim:active", "by the identity provider over SCIM (active: false)."],
  ["scim:delete", "by the identity provider over SCIM (DELETE)."],
  ["Ada Lovelace", "by Ada Lovelace."],
])("a sign-in of a person deactivated by %s names both facts in one line", (deactivatedBy, end) => {
  expect(deactivationDetail({ ...grace, deactivatedBy })).toBe(
    `The identity provider signed Grace Hopper in, but the account here was deactivated on 12 Mar 2026, 14:02 UTC ${end}`,
  );
});

it("says no more than is known", () => {
  expect(deactivationDetail({ ...grace, deactivatedAt: null, deactivatedBy: null })).toBe(
    "The identity provider signed Grace Hopper in, but the account here was deactivated.",
  );
});

import { expect, it } from "vitest";
import { lostAccess } from "./lost-access.ts";
import type { SignInMatch } from "./schema.ts";

const at = "2026-03-12T14:02:10.000Z";
const gone = { active: false, deactivatedAt: at, deactivatedBy: "scim:active" };
const attempt = { id: "1", at: "2026-03-12T15:00:00.000Z", nameId: "grace@acme.test" };
const matched: SignInMatch = { kind: "matched", ...attempt, matchedBy: "email" };
const refused: SignInMatch = { kind: "refused", ...attempt, reason: "deactivated" };

it("who signs in well and is deactivated lost access, whichever came first, and it is known to whom", () => {
  expect(lostAccess(gone, matched)).toEqual({ at, how: "active", name: "" });
  expect(lostAccess(gone, refused)).toEqual({ at, how: "active", name: "" });
  expect(lostAccess({ ...gone, deactivatedBy: "scim:delete" }, refused)).toMatchObject({ how: "delete" });
  expect(lostAccess({ ...gone, deactivatedBy: "Ada" }, refused)).toEqual({ at, how: "admin", name: "Ada" });
});

it("an active person, and one whom the provider did not vouch for, did not", () => {
  expect(lostAccess({ active: true, deactivatedAt: null, deactivatedBy: null }, matched)).toBeNull();
  expect(lostAccess(gone, { kind: "never" })).toBeNull();
  expect(lostAccess(gone, { ...refused, reason: "signature" })).toBeNull();
});

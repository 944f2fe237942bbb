import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesOf, withAddress } from "./email.ts";
import { matchKey } from "./match-key.ts";
import { type Candidate, matchPerson } from "./match-person.ts";
import { deriveTeamName, isTeamName } from "./team-name.ts";

describe("the key under which names are one", () => {
  it.each([
    ["ANN@X.io", "ann@x.io"],
    ["e\u0301", "\u00c9"],
    ["ΟΔΟΣ", "οδοσ"],
  ])("%s is %s", (left, right) => expect(matchKey(left)).toBe(matchKey(right)));

  it("is the key of itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(matchKey(matchKey(text))).toBe(matchKey(text));
      }),
    );
  });
});

describe("the address of a person", () => {
  const emailOf = (resource: Parameters<typeof addressesOf>[0]) => {
    const addresses = addressesOf(withAddress(resource));
    return addresses.ok ? addresses.value.email : addresses.error.code;
  };

  it.each([
    ["the primary one", { emails: [{ value: "a@x" }, { value: "b@x", primary: true }] }, "b@x"],
    [
      "else the one of type work",
      {
        emails: [
          { value: "a@x", type: "home" },
          { value: "b@x", type: "Work" },
        ],
      },
      "b@x",
    ],
    ["else the first", { emails: [{ type: "home" }, { value: "a@x" }, { value: "b@x" }] }, "a@x"],
    ["else the userName, if it is one", { userName: "u@x" }, "u@x"],
    ["else missing", { userName: "ghopper", emails: [] }, "user.email_missing"],
    ["never what is no address", { emails: [{ value: "x at y" }] }, "user.email_invalid"],
  ])("is %s", (_rule, resource, email) => expect(emailOf(resource)).toBe(email));
});

describe("the team name of a group", () => {
  it.each([
    ["ml-eng", "ml-eng"],
    ["ML_Eng", "ML_Eng"],
    ["Platform Engineering", "platform-engineering"],
    ["CN=Admins,OU=Groups,DC=x", "cn-admins-ou-groups-dc-x"],
    ["  a  /  b  ", "a-b"],
    ["x".repeat(40), "x".repeat(36)],
  ])("%j is %s", (displayName, name) => expect(deriveTeamName(displayName)).toBe(name));

  it("follows the rule whatever the group is called, and is the same every time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (displayName) => {
        expect(isTeamName(deriveTeamName(displayName))).toBe(true);
        expect(deriveTeamName(displayName)).toBe(deriveTeamName(displayName));
      }),
    );
    expect(deriveTeamName("営業部")).toMatch(/^team-[0-9a-f]{12}$/);
  });
});

describe("who a pushed person is", () => {
  const person = { userNameKey: "ann", emailKey: "ann@x", externalId: "e1" };
  const someone = (more: Partial<Candidate>): Candidate => ({
    id: "1",
    userName: "ann",
    userNameKey: "ann",
    emailKey: "ann@x",
    externalId: null,
    scimState: "none",
    isAdmin: false,
    active: true,
    version: 1,
    ...more,
  });
  const decide = (candidates: Candidate[], linkMembers = true) => {
    const match = matchPerson(person, candidates, linkMembers);
    return match.ok ? match.value.kind : match.error.code;
  };

  it.each([
    ["nobody we know", [], true, "new"],
    ["a live user of that name: refused", [someone({ scimState: "live" })], true, "user.username_taken"],
    ["a local member of that address: linked", [someone({ userNameKey: "other" })], true, "link"],
    ["a local member where linking is off: refused", [someone({})], false, "user.local_conflict"],
    ["a local admin: refused", [someone({ isAdmin: true })], true, "user.local_conflict"],
    [
      "a local admin beside a member: refused",
      [someone({}), someone({ id: "2", userNameKey: "x", isAdmin: true })],
      true,
      "user.local_conflict",
    ],
    [
      "deleted, same externalId: back to life",
      [someone({ scimState: "deleted", externalId: "e1" })],
      true,
      "revive",
    ],
    [
      "deleted, another externalId: somebody else",
      [someone({ scimState: "deleted", externalId: "e2" })],
      true,
      "new",
    ],
    ["deleted, without one: somebody else", [someone({ scimState: "deleted" })], true, "new"],
    [
      "a provisioned person of the same address",
      [someone({ scimState: "live", userNameKey: "x" })],
      true,
      "new",
    ],
  ] as const)("%s", (_case, candidates, linkMembers, expected) => {
    expect(decide([...candidates], linkMembers)).toBe(expected);
  });
});

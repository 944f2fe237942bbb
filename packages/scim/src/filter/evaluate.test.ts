import { describe, expect, it } from "vitest";
import { USER } from "../schema/resource-type.ts";
import { compareCodePoints, foldUserName, matches } from "./evaluate.ts";
import { parseFilter } from "./parser.ts";

const ann = {
  userName: "Ann@x.io",
  externalId: "00uA",
  active: true,
  title: "",
  name: { familyName: "Ax" },
  emails: [
    { value: "ann@home.io", type: "home" },
    { value: "ann@x.io", type: "work", primary: true },
  ],
  meta: { created: "2026-01-31T10:00:00.000Z" },
};

function holds(text: string): boolean {
  const filter = parseFilter(text, USER.names);
  if (!filter.ok) throw new Error(filter.error.detail);
  return matches(filter.value, ann);
}

describe("evaluating a filter", () => {
  it.each([
    'userName eq "ANN@X.IO"',
    'emails.value eq "ann@home.io"',
    'emails[type eq "work" and value ew "@x.io"]',
    'name.familyName ge "aw"',
    'meta.created lt "2026-01-31T12:00:01+02:00"',
    "active eq true",
    'emails ne "ann@x.io"',
    'title ne "Boss"',
    "title eq null",
    "userName ne null",
    "not (title pr)",
    "name pr",
  ])("%s holds", (text) => {
    expect(holds(text)).toBe(true);
  });

  it.each([
    'externalId eq "00ua"',
    'emails[type eq "work" and value ew "@home.io"]',
    "title pr",
    'title sw ""',
    "nickName pr",
    'nickName lt "z"',
    "active ne true",
    "userName eq null",
  ])("%s does not hold", (text) => {
    expect(holds(text)).toBe(false);
  });

  it("takes the spellings of one user name for the same: case, composed letters, the final sigma", () => {
    for (const [a, b] of [
      ["ANN", "ann"],
      ["S\u0323", "\u1e63"],
      ["ΟΔΟΣ", "οδος"],
    ] as const) {
      expect(foldUserName(a)).toBe(foldUserName(b));
    }
  });

  it("orders text by code points, beyond the basic plane too", () => {
    expect(compareCodePoints("\u{1f600}", "\uffee")).toBeGreaterThan(0);
    expect(compareCodePoints("a", "ab")).toBeLessThan(0);
  });
});

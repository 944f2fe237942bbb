import { expect, test } from "vitest";
import { parseAsId, parseAsSearch } from "./parsers.ts";

test("what is no id, and words that no search takes, are as if nothing were there", () => {
  for (const nonsense of ["platform", "01a213e4", "01a213e4-3f32-73ca-b00c-8463ce50bae4'", ""])
    expect(parseAsId.parse(nonsense)).toBeNull();
  expect(parseAsId.parse("01a213e4-3f32-73ca-b00c-8463ce50bae4")).toBe(
    "01a213e4-3f32-73ca-b00c-8463ce50bae4",
  );
  expect(parseAsSearch.parse("x".repeat(201))).toBeNull();
  expect(parseAsSearch.parse("a\0b")).toBeNull();
  expect(parseAsSearch.parse("Ada Lovelace")).toBe("Ada Lovelace");
});

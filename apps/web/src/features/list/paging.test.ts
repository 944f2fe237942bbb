import { expect, test } from "vitest";
import { parseAsPage, parseAsPageSize } from "./paging.ts";

test("a page of the address is a number from 1", () => {
  expect(parseAsPage.parse("12")).toBe(12);
  for (const nonsense of ["0", "-3", "1.5", "two", "", "9999999"])
    expect(parseAsPage.parse(nonsense)).toBeNull();
});

test("a page has no more rows than the server gives", () => {
  expect(parseAsPageSize.parse("100")).toBe(100);
  expect(parseAsPageSize.parse("101")).toBeNull();
});

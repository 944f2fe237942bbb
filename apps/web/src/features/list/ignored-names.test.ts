import { parseAsStringLiteral } from "nuqs";
import { expect, test } from "vitest";
import { ignoredNames } from "./ignored-names.ts";
import { parseAsPage } from "./paging.ts";

const parsers = { status: parseAsStringLiteral(["active", "all"]), page: parseAsPage };
const ignored = (address: string) => ignoredNames(new URLSearchParams(address), parsers, ["cols"]);

test("values that make no sense and names that nobody reads are told, the others are not", () => {
  expect(ignored("status=gone&page=2&statsu=all&cols=teams")).toEqual(["status=gone", "statsu=all"]);
  expect(ignored("status=active&page=")).toEqual([]);
  expect(ignored("page=-1")).toEqual(["page=-1"]);
});

import { expect, test } from "vitest";
import { ignoredFilters } from "./ignored-filters.ts";

const of = (search: string) => ignoredFilters(new URLSearchParams(search));

test("a filter that makes sense is not ignored", () => {
  expect(
    of("outcome=rejected,auth_failed&kind=team&since=7d&lookups=true&reason=user.email_missing"),
  ).toEqual([]);
});

test("a filter that makes no sense is named with its value", () => {
  expect(of("outcome=rejected,refused&since=yesterday&from=soon&reason=user.ugly")).toEqual([
    "outcome=rejected,refused",
    "since=yesterday",
    "from=soon",
    "reason=user.ugly",
  ]);
});

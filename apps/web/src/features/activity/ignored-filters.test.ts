import { expect, test } from "vitest";
import { parseAsColumns } from "~/features/list/use-hidden-columns.ts";
import { ignoredFilters } from "./ignored-filters.ts";

const of = (search: string) =>
  ignoredFilters(new URLSearchParams(search), { cols: parseAsColumns(["who", "ip"]) });

test("a filter that makes sense is not ignored", () => {
  expect(
    of("outcome=rejected,auth_failed&kind=team&since=7d&lookups=true&reason=user.email_missing"),
  ).toEqual([]);
  expect(of("cols=who,ip&event=01990000-0000-7000-8000-000000000001")).toEqual([]);
});

test("a filter that makes no sense is named with its value", () => {
  expect(of("outcome=rejected,refused&since=yesterday&from=soon&reason=user.ugly")).toEqual([
    "outcome=rejected,refused",
    "since=yesterday",
    "from=soon",
    "reason=user.ugly",
  ]);
});

test("columns that the table does not have, and a part that the page does not know, are named", () => {
  expect(of("cols=who,colour&colour=red&since=7d")).toEqual(["cols=who,colour", "colour=red"]);
});

test("an end before the beginning and a text that is too long to name anyone are named, the text cut", () => {
  expect(of("since=custom&from=2026-03-04T00:00:00Z&to=2026-03-03T00:00:00Z")).toEqual([
    "from=2026-03-04T00:00:00Z",
    "to=2026-03-03T00:00:00Z",
  ]);
  expect(of(`q=${"x".repeat(500)}`)).toEqual([`q=${"x".repeat(80)}`]);
});

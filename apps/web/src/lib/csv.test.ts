import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

const cells = (...values: (string | number | boolean | Date | null)[]) =>
  toCsv(
    values.map((value, index) => ({ header: `c${index.toString()}`, value: () => value })),
    [{}],
  ).split("\r\n")[1];

test("starts with a byte order mark and ends each line with CRLF", () => {
  expect(toCsv([{ header: "name", value: (row: string) => row }], ["Zoë"])).toBe("\uFEFFname\r\nZoë\r\n");
});

test("quotes commas, quotes and line breaks", () => {
  expect(cells("a,b", 'say "hi"', "two\nlines")).toBe('"a,b","say ""hi""","two\nlines"');
});

test("no cell becomes a formula", () => {
  expect(cells("＝1+1", "＋1", "－1", "＠x", "\n=1")).toBe(`'＝1+1,'＋1,'－1,'＠x,"'\n=1"`);
  expect(cells("=1+1", "+1", "-1", "@SUM(A1)", "\tx", '=HYPERLINK("http://x","y")')).toBe(
    `'=1+1,'+1,'-1,'@SUM(A1),'\tx,"'=HYPERLINK(""http://x"",""y"")"`,
  );
});

test("moments are ISO 8601 in UTC, numbers stay numbers, nothing is nothing", () => {
  expect(cells(new Date("2026-03-03T14:02:00+02:00"), -5, true, null)).toBe(
    "2026-03-03T12:02:00.000Z,-5,true,",
  );
});

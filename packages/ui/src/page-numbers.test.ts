import { expect, test } from "vitest";
import { pageNumbers } from "./page-numbers.tsx";

const shown = (current: number, last: number) =>
  pageNumbers(current, last)
    .map((entry) => (entry.kind === "gap" ? "…" : entry.page))
    .join(" ");

test("first, last and the neighbours of the current page are always there", () => {
  expect(shown(1, 13)).toBe("1 2 … 13");
  expect(shown(7, 13)).toBe("1 … 6 7 8 … 13");
  expect(shown(13, 13)).toBe("1 … 12 13");
});

test("few pages have no gaps", () => {
  expect(shown(2, 3)).toBe("1 2 3");
  expect(shown(1, 1)).toBe("1");
});

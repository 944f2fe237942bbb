import { expect, type Page } from "@playwright/test";

export const WIDTHS = [375, 768, 1280] as const;

/** The page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const culprits = [...document.querySelectorAll("main *")]
      .filter((element) => element.getBoundingClientRect().right > limit + 1 && !insideScroller(element))
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120));
    return document.documentElement.scrollWidth > limit
      ? [`${document.documentElement.scrollWidth} > ${limit}`, ...culprits]
      : [];

    function insideScroller(element: Element): boolean {
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (["auto", "scroll", "hidden"].includes(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    }
  });
  expect.soft(wide, what).toEqual([]);
}

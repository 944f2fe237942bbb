import { expect, type Page } from "@playwright/test";

export const WIDTHS = [375, 768, 1280] as const;

/** Gives the page another size, and waits until it has been laid out and drawn in it. */
export async function resize(page: Page, width: number, height = 800): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** The page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll("main *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (right > limit + 1 || left < -1) && !insideScroller(element);
    });
    const culprits = over
      .filter((element) => !over.some((other) => other !== element && element.contains(other)))
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

/** No text is cut by the box that it is in, unless its whole is said by a title. */
export async function expectNoClippedText(page: Page, what: string): Promise<void> {
  const clipped = await page.evaluate(() => {
    const texts = [...document.querySelectorAll("body *")].filter(
      (element) =>
        element instanceof HTMLElement &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        textsOf(element).length > 0,
    );
    return texts
      .filter((element) => !element.closest("[title],[inert],.sr-only") && isCut(element))
      .slice(0, 5)
      .map((element) => `${element.textContent?.slice(0, 60)} in ${element.outerHTML.slice(0, 100)}`);

    /** Whether the box of the text, or one that hides what is over its edge, is smaller than the text. */
    function isCut(element: Element): boolean {
      const own = textsOf(element);
      const range = document.createRange();
      if (own[0]) range.setStartBefore(own[0]);
      range.setEndAfter(own.at(-1) ?? element);
      const text = range.getBoundingClientRect();
      for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(up);
        const box = up.getBoundingClientRect();
        if (box.width <= 1) return false;
        const hides = (value: string) => value === "hidden" || value === "clip";
        if (hides(overflowX) && (text.right > box.right + 1 || text.left < box.left - 1)) return true;
        if (hides(overflowY) && (text.bottom > box.bottom + 2 || text.top < box.top - 2)) return true;
        if (["auto", "scroll"].includes(overflowX) || ["auto", "scroll"].includes(overflowY)) return false;
        if (getComputedStyle(up).position === "fixed") return false;
      }
      return false;
    }
    /** What stands in it by itself. What stands in elements in it is theirs, and may be for the ear alone. */
    function textsOf(element: Element): ChildNode[] {
      return [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      );
    }
  });
  expect.soft(clipped, what).toEqual([]);
}

/** No word of ordinary length is broken across lines for want of room. */
export async function expectWholeWords(page: Page, what: string): Promise<void> {
  const broken = await page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode(); node && found.length < 5; node = texts.nextNode()) {
      if (!node.parentElement?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      for (const { 0: word, index } of (node.nodeValue ?? "").matchAll(/(?<!\S)\p{L}{2,12}(?!\S)/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) found.push(`${word} in ${node.parentElement.outerHTML.slice(0, 120)}`);
      }
    }
    return found;
  });
  expect.soft(broken, what).toEqual([]);
}

/** A browser that enlarges the page when a smaller field is focused (iOS) has no cause to. */
export async function expectNoZoom(page: Page, what: string): Promise<void> {
  const small = await page.locator("input, textarea, select").evaluateAll((fields) =>
    fields
      .filter((field) => innerWidth < 768 && field.checkVisibility())
      .filter((field) => !field.matches("[aria-hidden=true],[type=checkbox],[type=radio],[type=hidden]"))
      .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
      .map((field) => field.outerHTML.slice(0, 120)),
  );
  expect.soft(small, what).toEqual([]);
}

const LEAST = 24;
const LEAST_PRIMARY = 44;

/** Controls are 24 pixels at least, the main button of a page 44 on a phone. A control within a sentence is as high as its line. */
export async function expectTargets(page: Page, what: string): Promise<void> {
  const small = await page.evaluate(
    ({ least, leastPrimary }) => {
      const phone = innerWidth < 640;
      const primary = colourOf("--primary");
      return [...document.querySelectorAll<HTMLElement>("button,input,select,textarea,summary,a,[role=tab]")]
        .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .filter((element) => !element.closest("[inert],[aria-hidden=true],.sr-only") && !inSentence(element))
        .flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          if (width <= 1 || height <= 1) return [];
          const named = `${element.tagName} “${(element.textContent || element.getAttribute("aria-label") || "").slice(0, 40)}” ${Math.round(width)}×${Math.round(height)}`;
          const isPrimary = getComputedStyle(element).backgroundColor === primary && height > least + 4;
          if (phone && isPrimary && height < leastPrimary - 0.5) return [`primary ${named}`];
          return Math.min(width, height) < least - 0.5 ? [named] : [];
        });

      function colourOf(token: string): string {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.color = `var(${token})`;
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      }
      /** A link or button with text before or after it in the same block: WCAG 2.5.8, inline. */
      function inSentence(element: HTMLElement): boolean {
        if (!["inline", "inline-block", "inline-flex"].includes(getComputedStyle(element).display))
          return false;
        const block = element.parentElement?.closest("p,dd,dt,li,td,div");
        return (block?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0);
      }
    },
    { least: LEAST, leastPrimary: LEAST_PRIMARY },
  );
  expect.soft(small, what).toEqual([]);
}

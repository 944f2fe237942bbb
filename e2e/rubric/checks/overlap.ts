import { expect, type Page } from "@playwright/test";

/** No two texts lie on each other within one layer of the page: its content, or the dialog that is open. */
export async function expectNoOverlap(page: Page, what: string): Promise<void> {
  const overlaps = await page.evaluate(() => {
    const layer =
      document.querySelector("[role=dialog],[role=alertdialog]") ?? document.querySelector("main");
    if (!layer) return ["no content"];
    const boxes = textBoxes(layer);
    return boxes
      .flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter((other) => over(one, other))
          .map((other) => `“${one.text}” and “${other.text}”`),
      )
      .slice(0, 3);

    interface TextBox {
      readonly text: string;
      readonly node: Node;
      readonly rect: DOMRect;
    }
    function textBoxes(root: Element): TextBox[] {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: TextBox[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        const text = node.nodeValue?.trim() ?? "";
        if (!parent || text === "" || parent.closest(".sr-only,[inert],[title]")) continue;
        if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        if (outOfFlow(parent, root) || parent.closest("thead")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
          if (rect.width > 1 && rect.height > 1) found.push({ text: text.slice(0, 30), node, rect });
        }
      }
      return found;
    }
    /** Sticky and absolute things lie over others on purpose. */
    function outOfFlow(element: Element, root: Element): boolean {
      for (let up: Element | null = element; up && up !== root; up = up.parentElement) {
        if (["sticky", "absolute", "fixed"].includes(getComputedStyle(up).position)) return true;
      }
      return false;
    }
    /** By more than the two pixels that descenders may share. */
    function over(one: TextBox, other: TextBox): boolean {
      if (one.node === other.node) return false;
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      return width > 2 && height > 3;
    }
  });
  expect.soft(overlaps, what).toEqual([]);
}

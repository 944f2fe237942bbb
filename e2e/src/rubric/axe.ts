import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const BEST_PRACTICE = [
  "region",
  "landmark-one-main",
  "page-has-heading-one",
  "heading-order",
  "landmark-unique",
  "empty-table-header",
  "target-size",
];

/** No violation of WCAG 2.2 AA on the page as it stands, target-size and the structure of landmarks and headings included. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: "tag", values: TAGS },
      rules: Object.fromEntries(BEST_PRACTICE.map((rule) => [rule, { enabled: true }])),
    })
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect.soft(found, what).toEqual([]);
}

/** Colours are measured when nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(running.map((one) => one.finished));
  });
}

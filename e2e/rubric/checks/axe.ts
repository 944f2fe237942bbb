import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { loaded } from "./loaded.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Off by default, or no part of WCAG, and asked for all the same. */
const MORE = [
  "target-size",
  "region",
  "landmark-one-main",
  "page-has-heading-one",
  "heading-order",
  "landmark-unique",
  "empty-table-header",
  "aria-dialog-name",
  "button-name",
  "link-name",
  "label",
  "aria-toggle-field-name",
  "nested-interactive",
  "scrollable-region-focusable",
  "aria-hidden-focus",
];

/** Layers by themselves, as dialogs are: they stand beside the landmarks of the page. */
const LAYERS = "dialog,[role=dialog],[role=alertdialog],[role=menu],[role=listbox],svg";

export const RULES = {
  runOnly: { type: "tag" as const, values: TAGS },
  rules: Object.fromEntries(MORE.map((rule) => [rule, { enabled: true }])),
  checks: { region: { options: { regionMatcher: LAYERS } } },
};

/** No violation of WCAG 2.2 AA on the page as it stands, target-size and the structure of landmarks and headings included. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await settled(page);
  expect.soft(await violations(new AxeBuilder({ page }).options(RULES)), what).toEqual([]);
}

/** Every text has its contrast on the page as it stands: with the pointer on something, for one. */
export async function expectContrast(page: Page, what: string): Promise<void> {
  await settled(page);
  expect.soft(await violations(new AxeBuilder({ page }).withRules(["color-contrast"])), what).toEqual([]);
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const result = await axe.analyze();
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
}

/** What is there is complete, and colours are measured when nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await loaded(page);
  await page.evaluate(async () => {
    const running = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(running.map((one) => one.finished));
  });
}

import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until the element has the focus: by keyboard alone, as far as an admin would go. */
export async function tabTo(page: Page, target: Locator, presses = 60): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < presses; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} was not reached by ${presses} presses of Tab`);
}

/** Tabs to the element and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** After so many Tabs the focus has never left the dialog. */
export async function expectFocusTrapped(page: Page, dialog: Locator, presses = 30): Promise<void> {
  for (let index = 0; index < presses; index += 1) {
    await page.keyboard.press("Tab");
    const inside = await dialog.evaluate(
      (element) =>
        element.contains(document.activeElement) ||
        document.activeElement?.hasAttribute("data-base-ui-focus-guard"),
    );
    expect(inside, `after ${index + 1} presses of Tab`).toBe(true);
  }
}

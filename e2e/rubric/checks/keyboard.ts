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

/**
 * After so many Tabs the focus is in the dialog still: what leads out of it leads back at once. So does the next Tab after
 * the focus was lost to the start of the page, and Tabs that are faster than the browser draws.
 */
export async function expectFocusTrapped(page: Page, dialog: Locator, presses = 30): Promise<void> {
  for (let index = 0; index < presses; index += 1) {
    await page.keyboard.press("Tab");
    const outside = () =>
      dialog.evaluate((element) => {
        const { activeElement } = document;
        const guard = activeElement?.hasAttribute("data-base-ui-focus-guard");
        return guard || element.contains(activeElement) ? "" : activeElement?.outerHTML.slice(0, 200);
      });
    await expect.poll(outside, { message: `after ${index + 1} presses of Tab`, timeout: 1000 }).toBe("");
  }
  const back = () => dialog.evaluate((element) => element.contains(document.activeElement));
  await loseFocus(page);
  await page.keyboard.press("Tab");
  await expect.poll(back, { message: "a Tab after the focus was lost", timeout: 1000 }).toBe(true);
  await delayFrames(page, 400);
  for (let index = 0; index < 6; index += 1) await page.keyboard.press("Tab");
  await expect.poll(back, { message: "six Tabs between two frames", timeout: 1000 }).toBe(true);
  await promptFrames(page);
}

/** Has every frame that the page asks for come so much later. */
async function delayFrames(page: Page, ms: number): Promise<void> {
  await page.evaluate((delay) => {
    const prompt = window.requestAnimationFrame;
    Object.assign(window, {
      promptFrame: prompt,
      requestAnimationFrame: (call: FrameRequestCallback) =>
        window.setTimeout(() => call(performance.now()), delay),
    });
  }, ms);
}

async function promptFrames(page: Page): Promise<void> {
  await page.evaluate(() =>
    Object.assign(window, { requestAnimationFrame: Reflect.get(window, "promptFrame") }),
  );
}

/** As when what had the focus goes: nothing has it, and the browser would go on at the start of the page. */
async function loseFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gone = document.createElement("button");
    document.body.prepend(gone);
    gone.focus();
    gone.remove();
  });
}

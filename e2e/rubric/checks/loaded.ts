import type { Page } from "@playwright/test";

/**
 * The page's data is there, its skeletons are gone and its times are the browser's. Polling goes on, so the network is
 * never idle. Under an open dialog the page is hidden from assistive technology, so it is not found by its role.
 */
export async function loaded(page: Page): Promise<void> {
  await page.locator("main").waitFor();
  await page.waitForFunction(
    () =>
      !document.querySelector("main [aria-busy=true]") &&
      [...document.querySelectorAll("main time")].every((time) => !time.textContent?.endsWith("UTC")),
    undefined,
    { timeout: 10_000 },
  );
}

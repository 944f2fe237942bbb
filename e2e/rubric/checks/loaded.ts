import type { Page } from "@playwright/test";

/**
 * The page's data is there, its skeletons are gone and what can be pressed is React's. Polling goes on, so the network is
 * never idle. Under an open dialog the page is hidden from assistive technology, so it is not found by its role.
 */
export async function loaded(page: Page): Promise<void> {
  await page.locator("main").waitFor();
  await page.waitForFunction(isAlive, undefined, { timeout: 10_000 });
}

/** In the page: Next announces pages from its first effect on; a part that streams in comes alive after the rest. */
function isAlive(): boolean {
  const hydrated = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  return (
    document.querySelector("next-route-announcer") !== null &&
    document.querySelector("main [aria-busy=true]") === null &&
    [...document.querySelectorAll("main a, main button, main input")].every(hydrated)
  );
}

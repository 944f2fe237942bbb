import type { Page } from "@playwright/test";

/** The page's data is there and its skeletons are gone. Polling goes on, so the network is never idle. */
export async function loaded(page: Page): Promise<void> {
  await page.getByRole("main").waitFor();
  await page.waitForFunction(() => !document.querySelector("main [aria-busy=true]"), undefined, {
    timeout: 10_000,
  });
}

import { test as base, type Page } from "@playwright/test";
import { addSession } from "./harness/browser.ts";
import { type Seeded, seed } from "./harness/seed.ts";
import { openSite, type Site } from "./harness/site.ts";

interface WorkerFixtures {
  /** A running product, set up and with SCIM on, that the tests of one worker share. They keep apart by names. */
  readonly site: Site;
  /** The people that OneLogin has pushed to that product; tests that ask for it change none of them. */
  readonly company: Seeded;
}

interface TestFixtures {
  readonly scim: Site["scim"];
  /** A page of a browser in which the first admin is signed in; addresses are relative to the product's origin. */
  readonly admin: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({ browserName: _ }, use) => {
      const site = await openSite();
      await use(site);
      await site.product.dispose();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  company: [async ({ site }, use) => use(await seed(site.scim, 30)), { scope: "worker", timeout: 90_000 }],
  scim: async ({ site }, use) => use(site.scim),
  admin: async ({ browser, site }, use) => {
    const context = await browser.newContext({ baseURL: site.product.origin });
    await addSession(context, site.product.origin, site.cookie);
    await use(await context.newPage());
    await context.close();
  },
});

export { expect } from "@playwright/test";

import { test as base } from "@playwright/test";
import { openSite, type Site } from "./harness/site.ts";

/** Adds a running product, set up and with SCIM on, that the tests of one worker share. They keep apart by names. */
export const test = base.extend<{ scim: Site["scim"] }, { site: Site }>({
  site: [
    async ({ browserName: _ }, use) => {
      const site = await openSite();
      await use(site);
      await site.product.dispose();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  scim: async ({ site }, use) => use(site.scim),
});

export { expect } from "@playwright/test";

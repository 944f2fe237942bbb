import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, test } from "@playwright/test";
import { addSession } from "../src/harness/browser.ts";
import { type Product, startProduct } from "../src/harness/product.ts";
import { seed } from "../src/harness/seed.ts";
import { openSite, type Site } from "../src/harness/site.ts";
import { ADMIN_ROUTES, PUBLIC_ROUTES, type Route } from "../src/routes.ts";
import { WIDTHS } from "../src/rubric/layout.ts";
import { loaded } from "../src/rubric/loaded.ts";

const OUT = fileURLToPath(new URL("../../screenshots/", import.meta.url));
const THEMES = ["light", "dark"] as const;

test("set-up and sign-in, before anyone is signed in", async ({ browser }) => {
  const product = await startProduct();
  await shoot(browser, product, [["setup", new URL(product.setupLink()).pathname]]);
  await product.dispose();
});

test("every page of an organisation that has just been made", async ({ browser }) => {
  const site = await openSite();
  await shoot(
    browser,
    site.product,
    ADMIN_ROUTES.map(([name, path]) => [`empty-${name}`, path] as const),
    site,
  );
  await shoot(browser, site.product, PUBLIC_ROUTES);
  await site.product.dispose();
});

test("every page of an organisation that OneLogin has pushed to for a while", async ({ browser }) => {
  const site = await openSite();
  await seed(site.scim);
  await shoot(browser, site.product, ADMIN_ROUTES, site);
  await site.product.dispose();
});

async function shoot(
  browser: Browser,
  product: Product,
  routes: readonly Route[],
  site?: Site,
): Promise<void> {
  await mkdir(OUT, { recursive: true });
  for (const colorScheme of THEMES) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      if (site) await addSession(context, product.origin, site.cookie);
      const page = await context.newPage();
      for (const [name, path] of routes) {
        await page.goto(product.origin + path);
        await loaded(page);
        await page.screenshot({ path: `${OUT}${name}-${width}-${colorScheme}.png`, fullPage: true });
      }
      await context.close();
    }
  }
}

import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { expect, test } from "../../src/fixtures.ts";
import { addSession } from "../../src/harness/browser.ts";
import { seed } from "../../src/harness/seed.ts";
import type { Site } from "../../src/harness/site.ts";
import { ADMIN_ROUTES, PUBLIC_ROUTES } from "../../src/routes.ts";
import { expectAccessible } from "../../src/rubric/axe.ts";
import { expectNoSidewaysScroll, WIDTHS } from "../../src/rubric/layout.ts";
import { loaded } from "../../src/rubric/loaded.ts";

test.beforeAll(async ({ site }) => {
  await seed(site.scim, 30);
});

async function open(
  browser: Browser,
  site: Site,
  options: BrowserContextOptions,
  signedIn = true,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.product.origin,
    reducedMotion: "reduce",
    ...options,
  });
  if (signedIn) await addSession(context, site.product.origin, site.cookie);
  return context.newPage();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page is free of axe's violations, ${colorScheme}`, async ({ browser, site }) => {
    test.setTimeout(120_000);
    const page = await open(browser, site, { colorScheme });
    for (const [name, path] of ADMIN_ROUTES) {
      await test.step(name, async () => {
        await page.goto(path);
        await loaded(page);
        await expectAccessible(page, `${name} at ${path}`);
      });
    }
    const visitor = await open(browser, site, { colorScheme }, false);
    for (const [name, path] of PUBLIC_ROUTES) {
      await visitor.goto(path);
      await expectAccessible(visitor, `${name} at ${path}`);
    }
    await visitor.context().close();
    await page.context().close();
  });
}

for (const width of WIDTHS) {
  test(`no page scrolls sideways at ${width} pixels`, async ({ browser, site }) => {
    const page = await open(browser, site, { viewport: { width, height: 800 } });
    for (const [name, path] of [...ADMIN_ROUTES, ...PUBLIC_ROUTES]) {
      await test.step(name, async () => {
        await page.goto(path);
        await loaded(page);
        await expectNoSidewaysScroll(page, `${name} at ${path}`);
      });
    }
    await page.context().close();
  });
}

test("no page logs an error or warns of a hydration that did not match", async ({ browser, site }) => {
  const page = await open(browser, site, {});
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  for (const [name, path] of ADMIN_ROUTES.filter(([route]) => route !== "not-found")) {
    await page.goto(path);
    await loaded(page);
    await expect(page.getByRole("main"), name).toBeVisible();
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("each page has one h1, a title, a skip link as its first stop, and a policy against inline scripts", async ({
  browser,
  site,
}) => {
  const page = await open(browser, site, {});
  for (const [name, path] of ADMIN_ROUTES) {
    const reply = await page.goto(path);
    await loaded(page);
    await expect(page.getByRole("heading", { level: 1 }), name).toHaveCount(1);
    await expect(page, name).toHaveTitle(/.+/);
    const policy = reply?.headers()["content-security-policy"] ?? "";
    expect(/script-src[^;]*/.exec(policy)?.[0], name).not.toContain("'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(reply?.headers()["referrer-policy"], name).toBeTruthy();
  }
  await page.goto("/access/users");
  await loaded(page);
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Skip to content");
  await page.keyboard.press("Enter");
  await expect(page.locator("main:focus, main :focus, #main:focus")).toHaveCount(1);
  await page.context().close();
});

import type { Page } from "@playwright/test";
import { expect, test } from "../src/fixtures.ts";
import { ADMIN_ROUTES, DETAIL_NAMES, detailPath, PUBLIC_ROUTES, type Route } from "../src/routes.ts";
import { expectAccessible } from "./checks/axe.ts";
import {
  expectNoClippedText,
  expectNoSidewaysScroll,
  expectNoZoom,
  expectTargets,
  expectWholeWords,
  resize,
  WIDTHS,
} from "./checks/layout.ts";
import { loaded } from "./checks/loaded.ts";

for (const [name, path] of ADMIN_ROUTES) {
  test(`#1 #3 #4 ${name}: accessible, light and dark`, async ({ admin, company: _ }) => {
    await isAccessible(admin, path);
  });
  test(`#36 ${name}: fits every width, with targets large enough`, async ({ admin, company: _ }) => {
    await fits(admin, path);
  });
}

for (const name of DETAIL_NAMES) {
  test(`#1 #3 #4 ${name}: accessible, light and dark`, async ({ admin, site, company: _ }) => {
    await isAccessible(admin, await detailPath(site.product.database, name));
  });
  test(`#36 ${name}: fits every width, with targets large enough`, async ({ admin, site, company: _ }) => {
    await fits(admin, await detailPath(site.product.database, name));
  });
}

test("#1 #3 #4 pages before sign-in: accessible, light and dark", async ({ page, site }) => {
  for (const [, path] of PUBLIC_ROUTES) await isAccessible(page, site.product.origin + path);
});

test("#36 pages before sign-in: fit every width, with targets large enough", async ({ page, site }) => {
  for (const [, path] of PUBLIC_ROUTES) await fits(page, site.product.origin + path);
});

test("#17 pages admit no script but their own, nobody may frame them, and addresses stay here", async ({
  admin,
  company: _,
}) => {
  const routes: readonly Route[] = [...ADMIN_ROUTES.slice(0, 3), ["not-found", "/access/nothing-here"]];
  for (const [, path] of routes) {
    const headers = (await admin.goto(path))?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    expect(/script-src[^;]*/.exec(policy)?.[0], path).not.toContain("'unsafe-inline'");
    expect(policy).toContain("script-src 'self' 'nonce-");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers["referrer-policy"]).toBeTruthy();
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});

async function isAccessible(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.goto(path);
  await loaded(page);
  await expect(page).toHaveTitle(/.+/);
  await expect(page.locator("h1")).toHaveCount(1);
  await expectAccessible(page, `${path}, light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await resize(page, 375);
  await expectAccessible(page, `${path}, dark, at 375 pixels`);
}

/** Down to 320 pixels; at twice the size on a laptop, 640 pixels of CSS; and where the sidebar has just come, 1024. */
const ALL_WIDTHS = [320, 640, 1024, ...WIDTHS] as const;

async function fits(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  await loaded(page);
  for (const width of ALL_WIDTHS) {
    await resize(page, width, width === 640 ? 400 : 800);
    await expectNoSidewaysScroll(page, `${path} at ${width} pixels`);
    await expectNoClippedText(page, `${path} at ${width} pixels`);
    await expectWholeWords(page, `${path} at ${width} pixels`);
    await expectTargets(page, `${path} at ${width} pixels`);
    await expectNoZoom(page, `${path} at ${width} pixels`);
  }
}

import type { Page } from "@playwright/test";
import { expect, test } from "../../src/fixtures.ts";
import { seed } from "../../src/harness/seed.ts";
import { ADMIN_ROUTES } from "../../src/routes.ts";
import { expectAccessible } from "../../src/rubric/axe.ts";
import { expectNoSidewaysScroll, WIDTHS } from "../../src/rubric/layout.ts";
import { loaded } from "../../src/rubric/loaded.ts";

test.beforeAll(async ({ site }) => {
  await seed(site.scim, 30);
});

for (const [name, path] of ADMIN_ROUTES) {
  test(`${name}: accessible light and dark, no sideways scroll, no complaint in the browser's console`, async ({
    admin,
  }) => {
    const complaints = collectComplaints(admin);
    await admin.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
    const reply = await admin.goto(path);
    await loaded(admin);
    expectGuarded(reply?.headers() ?? {});
    await expect(admin).toHaveTitle(/.+/);
    await expect(admin.locator("h1")).toHaveCount(1);
    await expectAccessible(admin, `${path}, light`);
    await admin.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(admin, `${path}, dark`);
    for (const width of WIDTHS) {
      await admin.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(admin, `${path} at ${width} pixels`);
    }
    await admin.setViewportSize({ width: 375, height: 800 });
    await expectAccessible(admin, `${path}, dark, at 375 pixels`);
    expect(complaints.filter((text) => name !== "not-found" || !text.includes("404"))).toEqual([]);
  });
}

test("sign-in: accessible light and dark, no sideways scroll", async ({ page, site }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site.product.origin}/login`);
    await expectAccessible(page, `sign-in, ${colorScheme}`);
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, `sign-in at ${width} pixels`);
  }
});

test("the first stop of the keyboard is a link past the navigation, and it works", async ({ admin }) => {
  await admin.goto("/access/users");
  await loaded(admin);
  await admin.keyboard.press("Tab");
  await expect(admin.locator(":focus")).toHaveText("Skip to content");
  await admin.keyboard.press("Enter");
  await admin.keyboard.press("Tab");
  expect(await admin.evaluate(() => document.querySelector("main")?.contains(document.activeElement))).toBe(
    true,
  );
});

/** No inline script can run, nobody can frame the page, and addresses stay here. */
function expectGuarded(headers: Readonly<Record<string, string>>): void {
  const policy = headers["content-security-policy"] ?? "";
  expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain("'unsafe-inline'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers["referrer-policy"]).toBeTruthy();
  expect(headers["x-content-type-options"]).toBe("nosniff");
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

import type { Page, Request } from "@playwright/test";
import { expect, test } from "../../src/fixtures.ts";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { consoleApi } from "../../src/harness/console.ts";
import { FRESH_MS } from "../../src/harness/fresh.ts";
import { makeLocal } from "../../src/harness/local-people.ts";
import { openOneLogin, personCalled } from "../../src/harness/people.ts";
import type { Site } from "../../src/harness/site.ts";

/** Takes a table away from under the product while `work` runs, so that what reads it fails for real. */
async function without(site: Site, table: string, work: () => Promise<void>): Promise<void> {
  const { database } = site.product;
  await database?.query(`ALTER TABLE "${table}" RENAME TO "${table}_gone"`);
  try {
    await work();
  } finally {
    await database?.query(`ALTER TABLE "${table}_gone" RENAME TO "${table}"`);
  }
}

const unloaded = (page: Page) => page.getByRole("alert").filter({ hasText: "We couldn't load this" });

for (const [path, table] of [
  ["/access/users", "ProvisioningEvent"],
  ["/access/users?q=nobody", "ProvisioningEvent"],
  ["/access/teams", "ProvisioningEvent"],
  ["/settings/audit", "AuditEntry"],
] as const) {
  test(`${path}: a failure of the server is an error with a reference and Try again, never an empty list`, async ({
    admin: page,
    site,
  }) => {
    await without(site, table, async () => {
      await page.goto(path);
      await expect(unloaded(page).last()).toContainText(/Reference\s+req_/);
      await expect(
        page.getByText(/No one matches|No teams yet|Nothing is recorded|Only you so far/),
      ).toHaveCount(0);
      expect(new URL(page.url()).search).toBe(new URL(path, page.url()).search);
    });
    await unloaded(page).last().getByRole("button", { name: "Try again" }).click();
    await expect(unloaded(page)).toHaveCount(0);
  });
}

test("a list that can't be brought up to date stays and says since when; an act that fails says so and stays said", async ({
  admin: page,
  site,
}) => {
  await page.goto("/access/teams");
  await expect(page.getByRole("heading", { level: 1, name: "Teams" })).toBeVisible();
  await page.goto("/access/users");
  await expect(page.getByRole("link", { name: ADA.name }).first()).toBeVisible();
  const outdated = page.getByRole("status").filter({ hasText: "couldn't be brought up to date" });
  await without(site, "ProvisioningEvent", async () => {
    await expect(outdated).toContainText(/Reference req_/);
    await expect(page.getByRole("link", { name: ADA.name }).first()).toBeVisible();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const failure = page.getByRole("alert").filter({ hasText: "Something failed on our side" });
    await expect(failure).toContainText("req_");
    await failure.getByRole("button", { name: "Close" }).click();
    await expect(failure).toHaveCount(0);
  });
  await expect(outdated).toHaveCount(0);
});

test("a session that ends while a page is open asks to sign in, which leads back to the very address", async ({
  browser,
  site,
}) => {
  const cookie = await makeLocal(site, { email: "expire@acme.test", name: "Exa Pired", role: "admin" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, cookie);
  const page = await context.newPage();
  await page.goto("/access/users?q=exa&sort=lastSignIn");
  await expect(page.getByRole("link", { name: "Exa Pired" })).toBeVisible();
  const found = await consoleApi(site.product.origin, site.cookie, "GET", "/users?q=expire");
  const id = String(Reflect.get(Object(Reflect.get(Object(found), "people")[0]), "id"));
  await consoleApi(site.product.origin, site.cookie, "DELETE", `/users/${id}/sessions`);
  const dialog = page.getByRole("dialog", { name: "You're signed out" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Email").fill("expire@acme.test");
  await page.getByLabel("Password", { exact: true }).fill("eleven noisy badgers dig");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`${site.product.origin}/access/users?q=exa&sort=lastSignIn`);
  await context.close();
});

test("an unknown id is a 404 page that says whose id it is not, inside the console", async ({
  admin: page,
}) => {
  for (const [path, title] of [
    ["/access/users/01a213e4-3f32-73ca-b00c-8463ce50bae4", "There is nobody with this id"],
    ["/access/users/nonsense", "There is nobody with this id"],
    ["/access/teams/01a213e4-3f32-73ca-b00c-8463ce50bae4", "There is no team with this id"],
    ["/access/nothing-here", "Nothing at this address"],
  ] as const) {
    const reply = await page.goto(path);
    expect(reply?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
  }
});

test("a member's cookie opens no admin page and no admin endpoint", async ({ browser, site }) => {
  const cookie = await makeLocal(site, { email: "plain@acme.test", name: "Plain Member", role: "member" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, cookie);
  const page = await context.newPage();
  for (const path of ["/access/users", "/access/teams", "/settings/general", "/settings/audit"]) {
    const reply = await page.goto(path);
    expect(reply?.status(), path).toBe(403);
    await expect(page.getByRole("heading", { name: "You need admin access" })).toBeVisible();
  }
  await expect(page.getByText(ADA.name)).toBeVisible();
  await context.close();
});

test("what is on screen is at most 3 seconds old, rows keep their places under the pointer, and a hidden tab asks nothing", async ({
  admin: page,
  site,
}) => {
  const app = openOneLogin(site);
  await app.assign(personCalled("Mira", "Middle"));
  await page.goto("/access/users");
  // A pointer that is there before the page is alive is seen only when it moves again.
  await page.waitForLoadState("networkidle");
  const row = page.getByRole("row").filter({ hasText: "Mira Middle" });
  await row.hover();
  await app.assign(personCalled("Aaron", "First"));
  // On a full page one who comes pushes another out: that is two changes.
  const waiting = page.getByRole("button", { name: /^\d+ changes?\. Show/ });
  await expect(waiting).toBeVisible({ timeout: FRESH_MS });
  await expect(page.getByRole("row").filter({ hasText: "Aaron First" })).toHaveCount(0);
  await waiting.click();
  await expect(page.getByRole("row").filter({ hasText: "Aaron First" })).toBeVisible();
  await page.mouse.move(5, 5);
  await page.locator("body").click({ position: { x: 5, y: 5 } });
  await app.assign(personCalled("Abel", "Second"));
  app.close();
  await expect(page.getByRole("row").filter({ hasText: "Abel Second" })).toBeVisible({ timeout: FRESH_MS });

  const asked: string[] = [];
  const note = (request: Request) => asked.push(request.url());
  // What a browser reports of a tab behind another one; without a window it never does by itself.
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.waitForTimeout(500);
  page.on("request", note);
  await page.waitForTimeout(5_000);
  expect(asked.filter((url) => url.includes("/api/console/"))).toEqual([]);
  await page.evaluate(() => {
    Reflect.deleteProperty(document, "visibilityState");
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(() => asked.length).toBeGreaterThan(0);
});

test("without a network the console says so, until it is back", async ({ admin: page }) => {
  await page.goto("/access/users");
  await page.context().setOffline(true);
  await expect(page.getByText("You're offline.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("You're offline.")).toHaveCount(0);
});

import { expectAccessible } from "../../rubric/checks/axe.ts";
import { expect, test } from "../../src/fixtures.ts";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { makeLocal } from "../../src/harness/local-people.ts";

test("the palette opens with the keyboard, leads to pages, and looks words up as people", async ({
  admin: page,
}) => {
  await page.goto("/access/users");
  await expect(page.getByRole("link", { name: ADA.name })).toBeVisible();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await palette.getByRole("combobox").fill("audit");
  await expectAccessible(page, "the palette");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/audit/);
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("grace@nowhere.test");
  await palette.getByRole("option", { name: /Why isn't/ }).click();
  await expect(page).toHaveURL(/\/access\/users\?q=grace%40nowhere\.test&trace=1/);
  await expect(page.getByText("No one matches “grace@nowhere.test”")).toBeVisible();
});

test("breadcrumbs name the way to a page, and the person at its end", async ({ admin: page }) => {
  await page.goto("/access/users");
  await page.getByRole("link", { name: ADA.name }).click();
  const crumbs = page.getByRole("navigation", { name: "Breadcrumbs" });
  await expect(crumbs.getByRole("listitem")).toHaveText(["Access", "Users", ADA.name]);
  await crumbs.getByRole("link", { name: "Users" }).click();
  await expect(page).toHaveURL(/\/access\/users$/);
});

test("the account menu leads to every account page, changes the theme and signs out", async ({
  browser,
  site,
}) => {
  const cookie = await makeLocal(site, { email: "menu@acme.test", name: "Mel Menu", role: "admin" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, cookie);
  const page = await context.newPage();
  await page.goto("/access/teams");
  const menu = page.getByRole("button", { name: "Account menu of Mel Menu" }).last();
  for (const [name, path] of [
    ["Profile", "/account"],
    ["Password", "/account/password"],
    ["Sessions", "/account/sessions"],
    ["Appearance", "/account/appearance"],
    ["Keyboard", "/account/keyboard"],
  ] as const) {
    await menu.click();
    await page.getByRole("menuitem", { name }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  }
  await menu.click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
  await menu.click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
  await context.close();
});

test("the slash focuses the search, until it is switched off under Keyboard", async ({ browser, site }) => {
  const cookie = await makeLocal(site, { email: "slash@acme.test", name: "Sam Slash", role: "admin" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, cookie);
  const page = await context.newPage();
  await page.goto("/access/users");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.goto("/account/keyboard");
  await page.getByRole("switch").click();
  await expect(page.getByRole("switch")).not.toBeChecked();
  await page.goto("/access/users?q=Sam%20Slash");
  await expect(page.getByRole("link", { name: "Sam Slash" }).first()).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).not.toBeFocused();
  await context.close();
});

test("two admins name the organisation at once: the later one is told, keeps the words, and decides", async ({
  admin: page,
  browser,
  site,
}, { retry }) => {
  const [second, third] = [`Acme Two ${retry}`, `Acme Three ${retry}`];
  const cookie = await makeLocal(site, { email: "names@acme.test", name: "Nan Names", role: "admin" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, cookie);
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto("/settings/general");
    // What is typed before the page is alive is added to what stands there.
    await each.waitForLoadState("networkidle");
  }
  await other.getByLabel("Organisation name").fill(second);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("complementary").getByText(second).first()).toBeVisible();
  await page.getByLabel("Organisation name").fill(third);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`Someone else named it ${second} a moment ago`)).toBeVisible();
  await expect(page.getByLabel("Organisation name")).toHaveValue(third);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("complementary").getByText(third).first()).toBeVisible();
  await page.goto("/settings/audit?q=Acme");
  await expect(page.getByRole("row").filter({ hasText: third }).first()).toContainText(ADA.name);
  await page.goto("/settings/general");
  await page.getByLabel("Organisation name").fill("Acme");
  await page.getByRole("button", { name: "Save" }).click();
  await context.close();
});

test("a shorter retention says what it deletes and asks for a word; a longer one is simply saved", async ({
  admin: page,
}) => {
  await page.goto("/settings/general");
  const select = page.getByRole("combobox", { name: "Keep Activity for" });
  const before = await select.textContent();
  await select.click();
  await page.getByRole("option", { name: "7 days" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Keep Activity for 7 days only?" });
  await expect(dialog.getByLabel("Type delete to continue")).toBeFocused();
  await expect(dialog.getByRole("button", { name: "Keep less" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(select).toHaveText(before ?? "");
  await select.click();
  await page.getByRole("option", { name: "90 days" }).click();
  await expect(page.getByText("Retention saved")).toBeVisible();
  await expect(select).toContainText("90 days");
});

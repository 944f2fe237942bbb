import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../../rubric/checks/axe.ts";
import { expect, test } from "../../src/fixtures.ts";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { makeLocal } from "../../src/harness/local-people.ts";
import { openOneLogin, personCalled } from "../../src/harness/people.ts";
import { openSite } from "../../src/harness/site.ts";

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

/** The text of the CSV that a press saves. */
async function saved(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFile(await download.path(), "utf8");
}

test.beforeAll(async ({ site }) => {
  test.setTimeout(120_000);
  const app = openOneLogin(site);
  await app.assign(
    personCalled("=cmd", "Exported", { userName: "formula@acme.test", email: "formula@acme.test" }),
  );
  await app.assign(personCalled("Zoë", "Exported", { userName: "zoe@acme.test", email: "zoe@acme.test" }));
  for (let index = 0; index < 30; index += 1) {
    await app.assign(personCalled(`Paging${String(index).padStart(2, "0")}`, "Person"));
  }
  const leaver = personCalled("Leaver", "Gone");
  await app.assign(leaver);
  await app.unassign(leaver);
  app.close();
  await makeLocal(site, { email: "lou@acme.test", name: "Local Lou", role: "member" });
  await makeLocal(site, { email: "mia@acme.test", name: "Local Mia", role: "member" });
});

test("only the reader is there: the list says where people come from", async ({ browser }) => {
  const empty = await openSite();
  const context = await browser.newContext({ baseURL: empty.product.origin });
  await addSession(context, empty.product.origin, empty.cookie);
  const page = await context.newPage();
  await page.goto("/access/users");
  await expect(rowOf(page, ADA.name)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Only you so far" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to Provisioning" })).toBeVisible();
  await context.close();
  await empty.product.dispose();
});

test("the export is the filtered set: byte order mark, UTC in the headers, formulas harmless, names intact", async ({
  admin: page,
}) => {
  await page.goto("/access/users?source=scim&q=exported");
  const csv = await saved(page, page.getByRole("button", { name: "Export", exact: true }));
  expect(csv.startsWith("\uFEFFid,name,email,")).toBe(true);
  const [header, ...rows] = csv.trimEnd().split("\r\n");
  expect(header).toContain("last_change_utc");
  expect(rows).toHaveLength(2);
  expect(csv).toContain("'=cmd Exported");
  expect(csv).toContain("Zoë Exported");
  expect(csv).toMatch(/,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,/);
  expect(csv).not.toContain(ADA.email);
  expect(csv).not.toContain("leaver@acme.test");
});

test("the selected people are exported, and only active local ones deactivated: who is left out is said before", async ({
  admin: page,
}) => {
  await page.goto("/access/users");
  for (const name of ["Local Lou", ADA.name, "=cmd Exported"]) {
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  }
  // The tick is drawn in the colour for what stands on the accent: the box must be filled with it.
  const fill = (name: string) =>
    page
      .getByRole("checkbox", { name: `Select ${name}` })
      .locator("span")
      .first()
      .evaluate((box) => getComputedStyle(box).backgroundColor);
  expect(await fill("Local Lou")).not.toBe(await fill("Local Mia"));
  const bar = page.getByRole("toolbar", { name: "3 selected" });
  await bar.getByRole("button", { name: "Clear selection" }).click();
  const last = page.getByRole("checkbox", { name: "Select =cmd Exported" });
  await expect(last).toBeFocused();
  for (const name of ["Local Lou", ADA.name]) {
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  }
  await last.check();
  await expect(bar).toContainText("Left out: 1 managed by OneLogin; you;");
  const csv = await saved(page, bar.getByRole("button", { name: "Export 3" }));
  expect(csv.trimEnd().split("\r\n")).toHaveLength(4);
  await bar.getByRole("button", { name: "Deactivate 1…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Deactivate 1 person?" });
  await expect(dialog).toContainText("Local Lou");
  await expect(dialog).toContainText("Left out: 1 managed by OneLogin; you;");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expectAccessible(page, "deactivating several people");
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("1 person is deactivated")).toBeVisible();
  await expect(rowOf(page, "Local Lou")).toHaveCount(0);
  await page.goto("/access/users?status=deactivated&q=lou");
  await expect(rowOf(page, "Local Lou")).toContainText(`By ${ADA.name}`);
});

test("who is deactivated leaves the list of active people at once, though the pointer is there; the focus goes to the next", async ({
  admin: page,
}) => {
  await page.goto("/access/users?q=paging&sort=name");
  await rowOf(page, "Paging03 Person").hover();
  await page.getByRole("button", { name: "Actions for Paging03 Person" }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(rowOf(page, "Paging03 Person")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Paging04 Person" })).toBeFocused();
  // The one who came up to fill the page is there too.
  await expect(page.getByRole("row")).toHaveCount(26);
  await expect(page.getByRole("button", { name: /^\d+ changes?\. Show/ })).toHaveCount(0);
});

test("nobody vanishes: the usual view counts the deactivated people whom it hides", async ({
  admin: page,
}) => {
  await page.goto("/access/users?q=leaver");
  await expect(page.getByText("Show 1 deactivated person who matches")).toBeVisible();
  await page.getByText("Show 1 deactivated person who matches").click();
  await expect(rowOf(page, "Leaver Gone")).toContainText("Removed in OneLogin");
});

test("hidden columns follow the person into another browser, and the address carries them to a colleague", async ({
  admin: page,
  browser,
  site,
}) => {
  await page.goto("/access/users");
  const header = (on: Page) => on.getByRole("columnheader", { name: "Source" });
  await expect(header(page)).toBeVisible();
  await page.getByRole("button", { name: "Columns" }).click();
  const kept = page.waitForResponse((reply) => reply.url().endsWith("/account/preferences"));
  await page.getByRole("menuitemcheckbox", { name: "Source" }).click();
  expect((await kept).status()).toBe(204);
  await page.keyboard.press("Escape");
  await expect(header(page)).toHaveCount(0);
  const address = page.url();
  expect(address).toContain("cols=");

  const mine = await browser.newContext({ baseURL: site.product.origin });
  await addSession(mine, site.product.origin, site.cookie);
  const elsewhere = await mine.newPage();
  await elsewhere.goto("/access/users");
  await expect(rowOf(elsewhere, ADA.name)).toBeVisible();
  await expect(header(elsewhere)).toHaveCount(0);
  await mine.close();

  const colleague = await makeLocal(site, { email: "col@acme.test", name: "Col League", role: "admin" });
  const theirs = await browser.newContext({ baseURL: site.product.origin });
  await addSession(theirs, site.product.origin, colleague);
  const other = await theirs.newPage();
  await other.goto("/access/users");
  await expect(header(other)).toBeVisible();
  await other.goto(address);
  await expect(rowOf(other, ADA.name)).toBeVisible();
  await expect(header(other)).toHaveCount(0);
  await theirs.close();
});

test("on a tablet the columns without room stand in the row, if they say anything, and sort; compact rows are lower", async ({
  browser,
  site,
}) => {
  const cookie = await makeLocal(site, { email: "tab@acme.test", name: "Tab Let", role: "admin" });
  const context = await browser.newContext({
    baseURL: site.product.origin,
    viewport: { width: 768, height: 900 },
  });
  await addSession(context, site.product.origin, cookie);
  const page = await context.newPage();
  await page.goto("/access/users?q=exported");
  const row = rowOf(page, "Zoë Exported");
  await expect(row.getByRole("term")).toHaveText(["Source", "Last change from OneLogin"]);
  await expect(row).toContainText("OneLogin (SCIM)");
  await expect(page.getByRole("columnheader", { name: "Source" })).toHaveCount(0);
  const sort = page.getByRole("combobox", { name: "Sort" });
  await sort.click();
  await page.getByRole("option", { name: "Sort by Last sign-in" }).click();
  await expect(page).toHaveURL(/sort=lastSignIn/);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole("columnheader", { name: "Source" })).toBeVisible();
  await expect(sort).toBeHidden();
  await expect(row.getByRole("term")).toHaveCount(0);

  const height = async () => (await row.boundingBox())?.height ?? 0;
  const comfortable = await height();
  await page.goto("/account/appearance");
  const kept = page.waitForResponse((reply) => reply.url().endsWith("/account/preferences"));
  await page.getByRole("radio", { name: /Compact/ }).click();
  expect((await kept).status()).toBe(204);
  await page.goto("/access/users?q=exported");
  await expect(row).toBeVisible();
  expect(await height()).toBe(comfortable - 8);
  await context.close();
});

test("what makes no sense in an address is told and left out", async ({ admin: page }) => {
  for (const [address, told] of [
    ["/access/users?status=gone&team=platform", "status=gone, team=platform"],
    ["/access/users?page=99", "page=99"],
    ["/access/users?statsu=all", "statsu=all"],
    ["/access/users?cols=nonsense", "cols=nonsense"],
    [`/access/users?q=${"x".repeat(201)}`, "q=xxx"],
    ["/access/teams?health=dead", "health=dead"],
    ["/settings/audit?entry=7&area=UPPER", "entry=7, area=UPPER"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("status").filter({ hasText: "left out" }), address).toContainText(told);
    await expect(
      page
        .getByRole("table")
        .or(page.getByRole("heading", { name: /No |Nothing/ }))
        .first(),
    ).toBeVisible();
    await expect(page.getByText("We couldn't load this"), address).toHaveCount(0);
  }
});

test("Back from a person restores query, page, scroll and the focused row", async ({ admin: page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto("/access/users?q=paging&page=2");
  const link = page.getByRole("link", { name: "Paging28 Person" });
  await link.focus();
  await link.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Paging28 Person" })).toBeVisible();
  await expect(page).toHaveTitle(/Paging28 Person/);
  await page.goBack();
  await expect(page).toHaveURL(/q=paging&page=2/);
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
});

test("search, sort and pages are asked of the server, and no more rows come than a page has", async ({
  admin: page,
}) => {
  const asked = (part: string) =>
    page.waitForRequest(
      (request) => request.url().includes("/api/console/users?") && request.url().includes(part),
    );
  await page.goto("/access/users");
  await expect(page.getByText(/^1–25 of \d+$/)).toBeVisible();
  expect(await page.locator("tbody tr").count()).toBe(25);
  await Promise.all([asked("page=2"), page.getByRole("button", { name: "Page 2" }).click()]);
  await Promise.all([
    asked("sort=lastChange"),
    page
      .getByRole("columnheader", { name: /Last change/ })
      .getByRole("button")
      .click(),
  ]);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await Promise.all([asked("q=paging07"), page.keyboard.type("paging07")]);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByRole("searchbox")).toBeFocused();
});

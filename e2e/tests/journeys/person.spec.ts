import type { Page } from "@playwright/test";
import { expectAccessible } from "../../rubric/checks/axe.ts";
import { expect, test } from "../../src/fixtures.ts";
import { addSession } from "../../src/harness/browser.ts";
import { consoleApi } from "../../src/harness/console.ts";
import { makeLocal } from "../../src/harness/local-people.ts";
import { openOneLogin, personCalled } from "../../src/harness/people.ts";

async function open(page: Page, name: string): Promise<void> {
  await page.goto(`/access/users?status=all&q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("each attribute of someone who was just created names the creating request, and a changed one its own", async ({
  admin: page,
  site,
}) => {
  const app = openOneLogin(site, { template: "enterprise" });
  const fay = personCalled("Fay", "Fields", { title: "Analyst", department: "R&D" });
  await app.assign(fay, ["data"]);
  await open(page, "Fay Fields");
  const attributes = page.getByRole("region", { name: "Attributes" });
  await expect(attributes).toContainText("Written by POST");
  await expect(attributes).toContainText("department");
  await expect(attributes).toContainText("emails");
  await expect(attributes.getByText("Before the kept activity")).toHaveCount(0);
  await app.update({ ...fay, title: "Lead" });
  app.close();
  await expect(attributes.getByText(/Written by (PUT|PATCH)/)).toHaveCount(1);
  await attributes.getByRole("link", { name: /Written by (PUT|PATCH)/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Lead");
});

test("a person's page: the lock and why, ids to copy, groups received beside teams applied, the timeline", async ({
  admin: page,
  site,
}) => {
  await page
    .context()
    .grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.product.origin });
  const app = openOneLogin(site, { groups: "attribute" });
  await app.assign(personCalled("Ida", "Identity"), ["blue-team"]);
  app.close();
  await open(page, "Ida Identity");
  await expect(page.getByText("Managed by OneLogin")).toBeVisible();
  await expect(page.getByText(/Change them there/)).toBeVisible();
  const announced = page.locator("[data-live-region]");
  for (const [name, text] of [
    ["Email", "ida@acme.test"],
    ["User name", "ida@acme.test"],
    ["SCIM id", /^[0-9a-f-]{36}$/],
  ] as const) {
    await page.getByRole("button", { name: `Copy ${name}` }).click();
    await expect(announced).toHaveText(new RegExp(`${name} copied`));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
  }
  const teams = page.getByRole("region", { name: "Teams" });
  await expect(teams.getByRole("link", { name: "blue-team" })).toBeVisible();
  await expect(teams).toContainText("through the groups value");
  await expect(teams.getByText("no team of this person")).toHaveCount(0);
  await expect(teams.getByRole("link", { name: "Last payload" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("Created");
  await expectAccessible(page, "a person's page");
});

test("without a clipboard nothing is claimed: the text is selected and the keys are named", async ({
  admin: page,
  site,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
  });
  const app = openOneLogin(site);
  await app.assign(personCalled("Nora", "Noclip"));
  app.close();
  await open(page, "Nora Noclip");
  const region = await page.locator("[data-live-region]").elementHandle();
  await page.getByRole("button", { name: "Copy Email" }).click();
  await expect(page.locator("[data-live-region]")).toHaveText("Press Ctrl+C to copy");
  expect(await region?.evaluate((node) => node.isConnected)).toBe(true);
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe("nora@acme.test");
  await expect(page.getByText("Copied")).toHaveCount(0);

  // What is in a layer is selected there, and what is shown nowhere is shown to be copied.
  const selected = () => page.evaluate(() => window.getSelection()?.toString());
  const moment = page.getByRole("region", { name: "Identity" }).locator("button:has(time)").first();
  await moment.click();
  await page.getByRole("button", { name: "Copy UTC" }).click();
  expect(await selected()).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  await page.keyboard.press("Escape");
  await page.goto("/settings/security/provisioning");
  await page.getByRole("button", { name: "More for SCIM" }).click();
  await page.getByRole("menuitem", { name: "Copy SCIM URL" }).click();
  const dialog = page.getByRole("dialog", { name: "SCIM URL" });
  await expect(dialog).toContainText("Press Ctrl+C to copy");
  const field = dialog.getByRole("textbox", { name: "SCIM URL" });
  await expect(field).toBeFocused();
  expect(await field.evaluate((area) => Object(area).selectionEnd)).toBe((await field.inputValue()).length);
});

test("a local person is deactivated and comes back; the timeline names who did it", async ({
  admin: page,
  site,
}) => {
  await makeLocal(site, { email: "dee@acme.test", name: "Dee Local", role: "member" });
  await open(page, "Dee Local");
  await page.getByRole("button", { name: "Actions for Dee Local" }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page
    .getByRole("alertdialog", { name: "Deactivate Dee Local?" })
    .getByRole("button", { name: "Deactivate" })
    .click();
  await expect(page.getByText("By Ada Lovelace", { exact: true })).toBeVisible();
  await expect(page.getByText("Not signed in anywhere.")).toBeVisible();
  await page.getByRole("button", { name: "Actions for Dee Local" }).click();
  await page.getByRole("menuitem", { name: "Reactivate…" }).click();
  await page
    .getByRole("alertdialog", { name: "Reactivate Dee Local?" })
    .getByRole("button", { name: "Reactivate" })
    .click();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByRole("listitem").first()).toContainText("By Ada Lovelace");
});

test("a role is asked about before it is given; on top of another admin's it is refused", async ({
  admin: page,
  site,
  browser,
}) => {
  await makeLocal(site, { email: "rob@acme.test", name: "Rob Role", role: "member" });
  const grace = await makeLocal(site, { email: "roleadmin@acme.test", name: "Grace Roles", role: "admin" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, grace);
  const other = await context.newPage();
  for (const each of [page, other]) {
    await open(each, "Rob Role");
    await each.getByRole("combobox", { name: "Role" }).click();
    await each.getByRole("option", { name: each === page ? "Admin, by hand" : /From teams/ }).click();
  }
  await page
    .getByRole("alertdialog", { name: "Make Rob Role an admin?" })
    .getByRole("button", { name: "Make admin" })
    .click();
  await expect(page.getByText("Role saved")).toBeVisible();
  const late = other.getByRole("alertdialog", { name: "Let teams decide the role of Rob Role?" });
  await late.getByRole("button", { name: "Let teams decide" }).click();
  await expect(late.getByRole("alert")).toContainText("Somebody else gave Rob Role another role");
  await context.close();
});

test("a local admin whom OneLogin may not take over is linked by hand, and then updated by OneLogin", async ({
  admin: page,
  site,
}) => {
  await makeLocal(site, { email: "linus@acme.test", name: "Linus Local", role: "admin" });
  const app = openOneLogin(site);
  const linus = personCalled("Linus", "Provisioned");
  const task = await app.assign(linus);
  expect(task.state).toBe("failed");
  await open(page, "Linus Local");
  const link = page.getByRole("region", { name: "Link accounts" });
  await expect(link).toContainText("refused because this local account exists");
  await link.getByRole("button", { name: "Hand this account to the identity provider…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Hand Linus Local to the identity provider?" });
  await expectAccessible(page, "linking accounts");
  await dialog.getByRole("button", { name: "Link" }).click();
  await expect(page.getByText("Accounts are linked")).toBeVisible();
  await expect(page.getByText("Managed by OneLogin")).toBeVisible();
  expect((await app.retry(task)).state).toBe("done");
  app.close();
  await expect(page.getByRole("heading", { level: 1, name: "Linus Provisioned" })).toBeVisible();
});

test("an address with the name of a section leads to it", async ({ admin: page, site }) => {
  const app = openOneLogin(site);
  await app.assign(personCalled("Hana", "Hash"));
  app.close();
  const list = await consoleApi(site.product.origin, site.cookie, "GET", "/users?q=hana");
  const [hana] = Reflect.get(Object(list), "people");
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.goto(`/access/users/${Reflect.get(Object(hana), "id")}#timeline`);
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeInViewport();
});

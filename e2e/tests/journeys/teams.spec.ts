import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../../rubric/checks/axe.ts";
import { expectWholeWords } from "../../rubric/checks/layout.ts";
import { expect, test } from "../../src/fixtures.ts";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { consoleApi } from "../../src/harness/console.ts";
import { makeLocal } from "../../src/harness/local-people.ts";
import { openOneLogin, personCalled } from "../../src/harness/people.ts";
import type { Site } from "../../src/harness/site.ts";

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

async function makeTeam(site: Site, name: string): Promise<string> {
  const reply = await consoleApi(site.product.origin, site.cookie, "POST", "/teams", { name });
  return String(Reflect.get(Object(reply), "id"));
}

/** Teams from OneLogin that lost their last member long ago. */
async function leaveOver(site: Site, givenName: string, names: readonly string[]): Promise<void> {
  const app = openOneLogin(site);
  const someone = personCalled(givenName, "Leftover");
  await app.assign(someone, names);
  await app.setRoles(someone, []);
  app.close();
  await site.product.database?.query(
    `UPDATE "Team" SET "lastNonEmptyAt" = now() - interval '34 days', "lastTouchedAt" = now() - interval '34 days'
      WHERE "displayName" = ANY($1)`,
    [names],
  );
}

test("a manual team is created, filled, renamed and emptied; a dialog with something typed asks before it closes", async ({
  admin: page,
}) => {
  await page.goto("/access/teams");
  await page.getByRole("button", { name: "Create team" }).click();
  const dialog = page.getByRole("dialog", { name: "Create a team" });
  await dialog.getByLabel("Name").fill("on call");
  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: "Discard what you typed?" });
  await expect(question.getByRole("button", { name: "Keep editing" })).toBeFocused();
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(dialog.getByLabel("Name")).toHaveValue("on call");
  await question.waitFor({ state: "detached" });
  await dialog.getByLabel("Name").fill("");
  await typeAndEscapeAtOnce(dialog.getByLabel("Name"), "on call");
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(dialog.getByLabel("Name")).toHaveValue("on call");
  await dialog.getByRole("button", { name: "Create team" }).click();
  await expect(dialog.getByText("Use letters, digits").last()).toBeVisible();
  await dialog.getByLabel("Name").fill("on-call");
  await dialog.getByRole("button", { name: "Create team" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "on-call" })).toBeVisible();

  await page.getByRole("combobox", { name: /Add/ }).click();
  await page.getByRole("option", { name: `${ADA.name} ${ADA.email}` }).click();
  await expect(rowOf(page, ADA.name)).toContainText("by hand");
  await expect(rowOf(page, ADA.name)).toContainText("Local");
  await expect(rowOf(page, ADA.name)).toContainText("Recovery admin");

  await page.getByLabel("Team name", { exact: true }).press("End");
  await page.keyboard.type("-2");
  const crumb = page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Teams" });
  const back = () => page.evaluate(() => history.back());
  for (const leave of [() => crumb.click(), back, () => openFromPalette(page, "Audit log")]) {
    await leave();
    await question.getByRole("button", { name: "Keep editing" }).click();
    await expect(question).toBeHidden();
    await expect(page.getByLabel("Team name", { exact: true })).toHaveValue("on-call-2");
  }
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "on-call-2" })).toBeVisible();

  await page.getByRole("button", { name: "Empty…" }).click();
  await page
    .getByRole("alertdialog", { name: "Empty on-call-2?" })
    .getByRole("button", { name: "Empty team" })
    .click();
  await expect(page.getByText("Nobody is in this team.")).toBeVisible();
  await expectAccessible(page, "a manual team");
});

/** Both in one turn of the browser: nothing is drawn between the letter and the key. */
async function typeAndEscapeAtOnce(field: Locator, text: string): Promise<void> {
  await field.evaluate((input, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  }, text);
}

async function openFromPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search and commands" }).getByRole("combobox").fill(name);
  await page.keyboard.press("Enter");
}

test("a member is taken out of a manual team, and the focus stays at the list", async ({
  admin: page,
  site,
}) => {
  const id = await makeTeam(site, "two-people");
  await makeLocal(site, { email: "two@acme.test", name: "Second Person", role: "member" });
  await page.goto(`/access/teams/${id}`);
  for (const name of [ADA.name, "Second Person"]) {
    await page.getByRole("combobox", { name: /Add/ }).click();
    await page.getByRole("combobox", { name: "Name or email" }).fill(name);
    await page.getByRole("option", { name: new RegExp(name) }).click();
    await expect(rowOf(page, name)).toBeVisible();
  }
  await expectWholeWords(page, "a team with members to remove");
  await page.getByRole("button", { name: `Remove ${ADA.name}` }).click();
  await expect(rowOf(page, ADA.name)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Second Person" })).toBeFocused();
});

test("an empty manual team is deleted from the list; Undo in the message brings it back, and the list shows it", async ({
  admin: page,
  site,
}) => {
  await makeTeam(site, "undo-me");
  await makeTeam(site, "undo-neighbour");
  await page.goto("/access/teams?q=undo");
  await page.getByRole("button", { name: "Actions for undo-me" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete undo-me?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Delete team" }).click();
  await expect(rowOf(page, "undo-me")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "undo-neighbour" })).toBeFocused();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("undo-me is back")).toBeVisible();
  await expect(rowOf(page, "undo-me")).toBeVisible();
});

test("after the message is gone the audit log takes a deletion back, once", async ({ admin: page, site }) => {
  const id = await makeTeam(site, "undo-later");
  await consoleApi(site.product.origin, site.cookie, "DELETE", `/teams/${id}`, {});
  await page.goto("/settings/audit?q=undo-later");
  await page.getByRole("button", { name: "Undo the deletion of undo-later" }).click();
  await expect(page.getByText("undo-later is back")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await page.goto(`/access/teams/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "undo-later" })).toBeVisible();
});

test("left-over teams are deleted together after their number is typed, and come back together", async ({
  admin: page,
  site,
}) => {
  await leaveOver(site, "Lea", ["old-one", "old-two", "old-three"]);
  await page.goto("/access/teams");
  await expect(page.getByRole("checkbox", { name: "Select old-one" })).toHaveCount(0);
  await page.getByRole("button", { name: /^Possibly stale/ }).click();
  await expect(rowOf(page, "old-one")).toContainText("Last member left");
  for (const name of ["old-one", "old-two"])
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Delete 2 teams…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete 2 teams?" });
  await expect(dialog).toContainText("old-one and old-two");
  await expect(dialog.getByLabel("Type delete 2 teams to continue")).toBeFocused();
  await expect(dialog.getByRole("button", { name: "Delete teams" })).toBeDisabled();
  await page.keyboard.type("delete 2 teams");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 teams are deleted")).toBeVisible();
  await expect(rowOf(page, "old-one")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "old-three" })).toBeFocused();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(rowOf(page, "old-one")).toBeVisible();
  await expect(rowOf(page, "old-two")).toBeVisible();
});

test("Esc clears a selection, from the table and from the bar", async ({ admin: page, site }) => {
  await leaveOver(site, "Liv", ["old-select"]);
  await page.goto("/access/teams?health=stale&q=old-select");
  const box = page.getByRole("checkbox", { name: "Select old-select" });
  await box.check();
  await box.press("Escape");
  await expect(box).not.toBeChecked();
  await box.check();
  await page.getByRole("button", { name: "Delete 1 team…" }).press("Escape");
  await expect(box).not.toBeChecked();
});

test("a left-over team is kept for 30 days; removing it properly is told in three steps", async ({
  admin: page,
  site,
}) => {
  await leaveOver(site, "Kay", ["old-kept"]);
  await page.goto("/access/teams?q=old-kept");
  await page.getByRole("button", { name: "Actions for old-kept" }).click();
  await page.getByRole("menuitem", { name: "Remove this team properly…" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove old-kept properly" });
  await expect(dialog.getByRole("listitem")).toHaveCount(3);
  await expect(dialog).toContainText("Nobody is in the team any more.");
  await expectAccessible(page, "how to remove a team properly");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Actions for old-kept" })).toBeFocused();
  await rowOf(page, "old-kept").getByRole("link", { name: "old-kept" }).click();
  await expect(page.getByText("Deleting takes nothing from anyone")).toBeVisible();
  await page.getByRole("button", { name: "Keep for 30 days" }).click();
  await expect(page.getByRole("button", { name: "Keep for 30 days" })).toHaveCount(0);
  await page.goto("/access/teams?q=old-kept");
  await expect(rowOf(page, "old-kept")).toContainText("Kept");
  await site.product.database?.query(
    `UPDATE "Team" SET "lastNonEmptyAt" = NULL, "createdAt" = now() - interval '8 days' WHERE "displayName" = 'old-kept'`,
  );
  await expect(rowOf(page, "old-kept")).toContainText("Created by OneLogin, no one has joined");
});

test("a team of OneLogin is released, edited by hand, and adopted again", async ({ admin: page, site }) => {
  const app = openOneLogin(site);
  await app.assign(personCalled("Rita", "Release"), ["Data Platform"]);
  app.close();
  await page.goto("/access/teams?q=Data");
  await page.getByRole("link", { name: "Data Platform" }).click();
  await expect(page.getByText("Managed by OneLogin")).toBeVisible();
  await expect(page.getByLabel("Team name", { exact: true })).not.toBeEditable();
  await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(0);
  await page.getByRole("button", { name: "Release…" }).click();
  await page
    .getByRole("alertdialog", { name: "Release Data Platform from OneLogin?" })
    .getByRole("button", { name: "Release" })
    .click();
  await expect(page.getByText("Data Platform is released: it is a manual team now")).toBeVisible();
  // A description by itself does not rename a team whose name breaks the rule of names.
  await page.getByLabel("Description").fill("Numbers people");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Team saved")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Data Platform" })).toBeVisible();
  await page.getByRole("button", { name: "Adopt…" }).click();
  await page
    .getByRole("alertdialog", { name: "Let OneLogin adopt Data Platform?" })
    .getByRole("button", { name: "Adopt" })
    .click();
  await expect(page.getByText("Managed by OneLogin")).toBeVisible();
});

test("two admins edit one team: what the other saved is shown, and neither is overwritten without a say", async ({
  admin: page,
  browser,
  site,
}) => {
  const id = await makeTeam(site, "contended");
  const grace = await makeLocal(site, { email: "contend@acme.test", name: "Grace Contender", role: "admin" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, grace);
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(`/access/teams/${id}`);

  await page.getByLabel("Description").fill("mine");
  await other.getByLabel("Description").fill("theirs");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Team saved")).toBeVisible();

  const conflict = page.getByRole("alert").filter({ hasText: "Somebody else changed this team" });
  await expect(conflict).toContainText("Description is now: theirs");
  await expect(page.getByLabel("Description")).toHaveValue("mine");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(conflict).toBeVisible();
  await expect(other.getByLabel("Description")).toHaveValue("theirs");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByLabel("Description")).toBeFocused();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Team saved")).toBeVisible();
  await expect(other.getByLabel("Description")).toHaveValue("mine");
  await context.close();
});

test("a team with members says who loses what, asks for its name, and gives the focus back", async ({
  admin: page,
  site,
}) => {
  const app = openOneLogin(site);
  await app.assign(personCalled("Dora", "Deleter"), ["doomed"]);
  app.close();
  await page.goto("/access/teams?q=doomed");
  const menu = page.getByRole("button", { name: "Actions for doomed" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete doomed?" });
  await expect(dialog).toContainText("1 person loses what comes with this team. Dora Deleter.");
  await expect(dialog).toContainText("comes back with the next change");
  await expect(dialog.getByLabel("Type doomed to continue")).toBeFocused();
  await expect(dialog.getByRole("button", { name: "Delete team" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
});

import { expect, type Page, test } from "@playwright/test";
import { createOneLogin, fullName, samplePeople } from "@rollcall/idp-simulator";
import { ADA, ORGANIZATION } from "../../src/harness/admin.ts";
import { type Product, startProduct } from "../../src/harness/product.ts";
import type { ScimAccess } from "../../src/harness/site.ts";

let product: Product;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  product = await startProduct();
});
test.afterAll(() => product.dispose());

test("from the set-up link to teams out of OneLogin: the guide's eight steps", async ({ page, context }) => {
  test.setTimeout(180_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: product.origin });
  const [ann, bo, cy] = samplePeople(3, "acme.test");
  if (!ann || !bo || !cy) throw new Error("Three people");
  const noMail = { id: "77", userName: "ghopper", givenName: "Grace", familyName: "Hopper" };

  await test.step("1 and 2: the set-up link makes the first admin", async () => {
    await page.goto(product.setupLink());
    await page.getByLabel("Organisation").fill(ORGANIZATION);
    await page.getByLabel("Your name").fill(ADA.name);
    await page.getByLabel("Work email").fill(ADA.email);
    await page.getByLabel("Password", { exact: true }).fill(ADA.password);
    await page.getByRole("button", { name: "Create admin account" }).click();
    await expect(page).toHaveURL(/\/settings\/security\/provisioning/);
  });

  const access = await test.step("3: SCIM on, token generated, both values copied", () => readConfig(page));
  const onelogin = createOneLogin({ ...access, options: { groups: "both" } });

  await test.step("4: Enable turns green; a wrong token is named with its reason", async () => {
    expect((await onelogin.enable()).ok).toBe(true);
    await expect(page.getByText("Connected", { exact: false }).first()).toBeVisible();
    const wrong = createOneLogin({ ...access, token: access.token.slice(0, -5) });
    expect((await wrong.enable()).status).toBe(401);
    wrong.close();
    await expect(page.getByText(/cut off|characters missing/i).first()).toBeVisible();
  });

  await test.step("5: people appear, leavers turn Deactivated, someone without e-mail is refused visibly", async () => {
    for (const person of [ann, bo, cy]) expect((await onelogin.assign(person)).row).toContain("done");
    expect((await onelogin.assign(noMail)).row).toMatch(/400 invalidValue .*e-?mail/i);
    await page.goto(`${product.origin}/access/users`);
    for (const person of [ann, bo, cy]) await expect(rowOf(page, person.userName)).toContainText("Active");
    await expect(page.getByText(/turned away/i).first()).toBeVisible();
    await onelogin.unassign(cy);
    await page.goto(`${product.origin}/access/users?q=${encodeURIComponent(cy.userName)}&status=all`);
    await expect(rowOf(page, cy.userName)).toContainText("Deactivated");
  });

  await test.step("6: roles appear as teams; taking one person's role leaves the others", async () => {
    await onelogin.setRoles(ann, ["truefoundry-admins"]);
    await onelogin.setRoles(bo, ["truefoundry-admins", "research"]);
    await page.goto(`${product.origin}/access/teams`);
    await expect(rowOf(page, "truefoundry-admins")).toContainText("2");
    await onelogin.setRoles(bo, ["research"]);
    await page.reload();
    await expect(rowOf(page, "truefoundry-admins")).toContainText("1");
    await expect(rowOf(page, "research")).toContainText("1");
  });

  await test.step("7: a deleted role leaves its team, an admin deletes it, and it returns if it is sent again", async () => {
    const sent = onelogin.exchanges.length;
    onelogin.deleteRole("research");
    expect(onelogin.exchanges.length).toBe(sent);
    await page.reload();
    await page.getByRole("button", { name: "Actions for research" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Delete research?" });
    await expect(dialog).toContainText(fullName(bo));
    await expect(dialog).toContainText("this team comes back with the next change");
    await dialog.getByRole("textbox").fill("research");
    await dialog.getByRole("button", { name: "Delete team" }).click();
    await expect(rowOf(page, "research")).toHaveCount(0);
    await expect(rowOf(page, "truefoundry-admins")).toBeVisible();
    await page.goto(`${product.origin}/settings/audit`);
    await expect(page.getByText(/research/).first()).toBeVisible();
    await onelogin.setRoles(bo, ["research"]);
    await page.goto(`${product.origin}/access/teams`);
    await expect(rowOf(page, "research")).toBeVisible();
  });

  await test.step("8: Activity has each request, newest first, and why one was refused", async () => {
    await page.goto(`${product.origin}/settings/security/provisioning/activity`);
    await expect(page.getByRole("row").nth(1)).toContainText(/research|Bo|Added/i);
    await page.goto(`${product.origin}/settings/security/provisioning/activity?outcome=rejected`);
    await page.getByRole("link", { name: "Grace Hopper turned away" }).click();
    await expect(page.getByRole("dialog")).toContainText(/email/i);
  });
  onelogin.close();
});

function rowOf(page: Page, text: string) {
  return page.getByRole("row").filter({ hasText: text });
}

/** Turns SCIM on and copies both values out of View Config, by the buttons that an admin would use. */
async function readConfig(page: Page): Promise<ScimAccess> {
  await page.getByRole("switch", { name: "SCIM provisioning" }).click();
  await expect(page.getByRole("switch", { name: "SCIM provisioning" })).toBeChecked();
  const row = page.getByRole("region", { name: "SCIM", exact: true });
  await row.getByRole("button", { name: "View Config" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("SCIM Base URL");
  await expect(dialog).toContainText("SCIM Bearer Token");
  await dialog.getByRole("button", { name: "Generate token" }).click();
  const copied = async (name: string) => {
    await dialog.getByRole("button", { name }).click();
    await expect(page.getByText(`${name.replace("Copy ", "")} copied`)).toBeAttached();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const baseUrl = await copied("Copy SCIM URL");
  const token = await copied("Copy Token");
  expect(token).toMatch(/^rollcall_scim_/);
  await dialog.getByRole("button", { name: "Done" }).click();
  return { baseUrl, token };
}

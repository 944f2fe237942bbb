import { expect, test } from "@playwright/test";
import { createOkta } from "@rollcall/idp-simulator";
import { ADA } from "../../src/harness/admin.ts";
import { consoleApi } from "../../src/harness/console.ts";
import { type OpenConsole, openConsole, person } from "../../src/harness/open-console.ts";
import { openScim } from "../../src/harness/site.ts";

const OVERVIEW = "/settings/security/provisioning";

test.describe.configure({ mode: "serial" });

let at: OpenConsole;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  at = await openConsole(browser);
});
test.afterAll(() => at.close());

const finding = (title: string | RegExp) => at.page.getByRole("article").filter({ hasText: title }).first();

test("someone made anew under a new address is named as being here twice, and the two can be merged", async () => {
  const okta = createOkta({ ...at.site.scim, integration: "oin" });
  await okta.assign(person("7", "Byron"));
  okta.close();
  const again = createOkta({ ...at.site.scim, integration: "oin" });
  await again.assign({
    ...person("7", "Byron"),
    userName: "lovelace@acme.test",
    email: "lovelace@acme.test",
  });
  again.close();
  await at.page.goto(OVERVIEW);
  const shown = finding("is here twice");
  await expect(shown).toContainText("with the id that “byron@acme.test” already has");
  await shown.getByRole("link", { name: "Merge accounts…" }).click();
  await at.page.getByRole("button", { name: /^Merge with/ }).click();
  await at.page.getByRole("alertdialog").getByRole("button", { name: "Link" }).click();
  await expect(at.page.getByText("lovelace@acme.test").first()).toBeVisible();
  await at.page.goto(OVERVIEW);
  await expect(at.page.getByRole("switch", { name: "SCIM provisioning" })).toBeChecked();
  await expect(at.page.getByText("is here twice")).toHaveCount(0);
});

test("the last admin is not removed: red, with how to add another", async () => {
  const { origin } = at.site.product;
  const users = await consoleApi(origin, at.site.cookie, "GET", `/users?q=${encodeURIComponent(ADA.email)}`);
  const id = Reflect.get(Object(Reflect.get(Object(users), "people")), 0)?.id;
  await at.sql(
    `UPDATE "User" SET "scimState" = 'live', source = 'scim' WHERE "userNameKey" = '${ADA.email}'`,
  );
  const scim = openScim(at.site.scim);
  expect((await scim.send("DELETE", `/Users/${id}`)).status).toBe(403);
  scim.close();
  await at.page.goto(OVERVIEW);
  const shown = finding("The last admin was protected");
  await expect(shown).toHaveAttribute("data-status", "bad");
  await expect(shown).toContainText("Give another active person the role Admin");
  await at.page.goto(`${OVERVIEW}/activity?reason=user.last_admin`);
  await expect(at.page.getByRole("row").locator("[data-status]")).toHaveAttribute("data-status", "bad");
});

test("a fault of ours is called ours, with a reference, and is over with the next answer", async () => {
  const scim = openScim(at.site.scim);
  await at.sql(`ALTER TABLE "Membership" RENAME TO "Membership_away"`);
  try {
    expect((await scim.send("GET", "/Groups?count=1")).status).toBe(500);
  } finally {
    await at.sql(`ALTER TABLE "Membership_away" RENAME TO "Membership"`);
  }
  await at.page.goto(OVERVIEW);
  const shown = finding("failed on our side");
  await expect(shown).toContainText("failed by our fault");
  await expect(shown).toContainText("Nothing to fix.");
  expect((await scim.send("GET", "/Users?count=1")).status).toBe(200);
  scim.close();
  await expect(shown).toContainText("Requests have been answered again since");
});

test("a deactivation by hand that the identity provider overrules: the timeline names both, in order", async () => {
  const { origin } = at.site.product;
  const app = at.onelogin();
  const bo = person("8", "Bo");
  await app.assign(bo);
  const users = await consoleApi(origin, at.site.cookie, "GET", "/users?q=bo@acme.test");
  const id = Reflect.get(Object(Reflect.get(Object(users), "people")), 0)?.id;
  await consoleApi(origin, at.site.cookie, "POST", `/users/${id}/deactivate`);
  await app.update({ ...bo, title: "Head" });
  app.close();
  await at.page.goto(`/access/users/${id}#timeline`);
  const timeline = at.page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText(/Reactivated[\s\S]*Deactivated[\s\S]*Created/);
  await expect(timeline).toContainText(ADA.name);
});

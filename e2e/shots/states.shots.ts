import { type Browser, type Page, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { setUp, TENANT } from "../src/harness/admin.ts";
import { consoleApi, generateToken, regenerateToken } from "../src/harness/console.ts";
import { join } from "../src/harness/join.ts";
import { type Product, startProduct } from "../src/harness/product.ts";
import { seed } from "../src/harness/seed.ts";
import { openScim, openSite } from "../src/harness/site.ts";
import { type Shot, shoot } from "./camera.ts";

const PAGE = "/settings/security/provisioning";
const CONFIG = `${PAGE}?dialog=config`;

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

/** Opens the menu of this button and chooses from it. */
function choose(menu: string | RegExp, item: string | RegExp) {
  return async (page: Page) => {
    await press(menu)(page);
    await page.getByRole("menuitem", { name: item }).click();
    await page.getByRole("alertdialog").waitFor();
    await page.waitForTimeout(400);
  };
}

test("the states of provisioning and of the token", async ({ browser }) => {
  const product = await startProduct();
  const cookie = await setUp(product);
  const state = (name: string, more: readonly Shot[] = []) =>
    shoot(browser, product, [{ name: `state-${name}`, path: PAGE }, ...more], cookie);
  const put = (enabled: boolean) =>
    consoleApi(product.origin, cookie, "PUT", "/provisioning/enabled", { enabled });

  await state("off");
  await put(true);
  await state("not-set-up", [{ name: "token-none", path: CONFIG, window: true }]);
  const { token } = await generateToken(product.origin, cookie);
  const access = { baseUrl: `${product.origin}/api/scim/${TENANT}/v2`, token };
  await state("waiting", [
    { name: "token-never-used", path: CONFIG, window: true },
    { name: "token-regenerate-unused", path: CONFIG, arrange: press("Regenerate token…") },
  ]);
  const app = createOneLogin(access);
  await app.enable();
  await state("nothing-pushed");
  const ann = {
    id: "1",
    userName: "ann@acme.test",
    email: "ann@acme.test",
    givenName: "Ann",
    familyName: "Lee",
  };
  await app.assign(ann, ["research"]);
  await state("healthy", [
    { name: "token-masked", path: CONFIG, window: true },
    { name: "token-regenerate-live", path: CONFIG, arrange: press("Regenerate token…") },
    {
      name: "dialog-pause",
      path: PAGE,
      arrange: (page) => page.getByRole("switch", { name: /SCIM/ }).click(),
    },
    {
      name: "dialog-mode",
      path: PAGE,
      arrange: (page) => page.getByRole("radio", { name: /Invite-only/ }).click(),
    },
    { name: "menu-scim", path: PAGE, arrange: press("More for SCIM") },
  ]);
  await app.assign({ ...ann, id: "2", userName: "bo", email: undefined, givenName: "Bo" });
  app.close();
  await state("some-rejected");
  const wrong = openScim({ ...access, token: token.slice(0, -4) });
  await wrong.send("GET", "/Users?count=1");
  wrong.close();
  await state("failing-auth");
  await product.database?.query(
    `DELETE FROM "ProvisioningEvent" WHERE outcome IN ('rejected', 'auth_failed')`,
  );
  await product.database?.query(`UPDATE "ProvisioningEvent" SET at = now() - interval '12 days'`);
  await state("quiet");
  await put(false);
  await state("paused");
  await put(true);
  await regenerateToken(product.origin, cookie);
  const stale = openScim(access);
  await stale.send("GET", "/Users?count=1");
  stale.close();
  await state("cut-over");
  await shoot(
    browser,
    product,
    [
      {
        name: "token-revealed",
        path: CONFIG,
        arrange: async (page) => {
          await press("Regenerate token…")(page);
          await page.getByRole("alertdialog").getByRole("button", { name: "Regenerate token" }).click();
          await page.getByText("Copy it now").waitFor();
        },
      },
    ],
    cookie,
  );
  await unreadable(browser, product, cookie);
  await product.dispose();
});

/** What is slow, what fails, and what someone may not see. */
async function unreadable(browser: Browser, product: Product, cookie: string): Promise<void> {
  const release = await product.database?.hold("ScimToken");
  await shoot(browser, product, [{ name: "state-loading", path: PAGE, loading: true }], cookie);
  await release?.();
  await product.database?.query(`ALTER TABLE "ProvisioningEvent" RENAME TO "Away"`);
  await shoot(
    browser,
    product,
    [
      { name: "state-error", path: PAGE },
      { name: "error-users", path: "/access/users" },
      { name: "error-activity", path: `${PAGE}/activity` },
    ],
    cookie,
  );
  await product.database?.query(`ALTER TABLE "Away" RENAME TO "ProvisioningEvent"`);
  const grace = { name: "Grace Hopper", email: "grace@acme.test", password: "nine small boats drifting" };
  const member = await join(product, cookie, { ...grace, role: "member" });
  await shoot(
    browser,
    product,
    [
      { name: "state-no-permission", path: PAGE },
      { name: "account-member", path: "/account" },
    ],
    member,
  );
}

test("dialogs and layers over people and teams", async ({ browser }) => {
  const site = await openSite();
  await seed(site.scim, 30);
  await shoot(
    browser,
    site.product,
    [
      { name: "dialog-invite", path: "/access/users", arrange: press("Invite User") },
      { name: "dialog-team", path: "/access/teams", arrange: press("Create team") },
      {
        name: "dialog-deactivate",
        path: "/access/users?source=scim",
        arrange: choose(/^Actions for/, "Deactivate…"),
      },
      {
        name: "dialog-delete-team",
        path: "/access/teams",
        arrange: choose("Actions for finance", /^Delete…/),
      },
      { name: "palette", path: "/access/users", arrange: (page) => page.keyboard.press("Control+k") },
      { name: "menu-person", path: "/access/users?source=scim", arrange: press(/^Actions for/) },
      { name: "filter-status", path: "/access/users", arrange: press(/^Status/) },
      { name: "activity-lookups", path: `${PAGE}/activity?lookups=true` },
      { name: "trace-nothing", path: "/access/users?q=nobody%40acme.test&trace=1" },
    ],
    site.cookie,
  );
  await site.product.dispose();
});

import { test } from "@playwright/test";
import { startProduct } from "../src/harness/product.ts";
import { seed } from "../src/harness/seed.ts";
import { openSite } from "../src/harness/site.ts";
import { ADMIN_ROUTES, DETAIL_NAMES, detailPath, PUBLIC_ROUTES, type Route } from "../src/routes.ts";
import { type Shot, shoot } from "./camera.ts";

const shotsOf = (routes: readonly Route[], prefix = ""): Shot[] =>
  routes.map(([name, path]) => ({ name: prefix + name, path }));

test("set-up and sign-in, before anyone is signed in", async ({ browser }) => {
  const product = await startProduct();
  const submit = (page: import("@playwright/test").Page) =>
    page.getByRole("button", { name: "Create admin account" }).click();
  const setup = new URL(product.setupLink());
  await shoot(browser, product, [
    { name: "setup", path: setup.pathname },
    { name: "setup-missing", path: setup.pathname, arrange: submit },
  ]);
  await product.dispose();
});

test("every page of an organisation that has just been made", async ({ browser }) => {
  const site = await openSite();
  await shoot(browser, site.product, shotsOf(ADMIN_ROUTES, "empty-"), site.cookie);
  await shoot(browser, site.product, [
    ...shotsOf(PUBLIC_ROUTES),
    {
      name: "login-wrong",
      path: "/login",
      arrange: async (page) => {
        await page.getByLabel("Email").fill("nobody@acme.test");
        await page.getByLabel("Password", { exact: true }).fill("not the password");
        await page.getByRole("button", { name: "Sign in", exact: true }).click();
        await page.getByRole("alert").filter({ hasText: /\w/ }).first().waitFor();
      },
    },
  ]);
  await site.product.dispose();
});

test("every page of an organisation that OneLogin has pushed to for a while", async ({ browser }) => {
  const site = await openSite();
  await seed(site.scim);
  await site.product.database?.query(
    `UPDATE "Team" SET "lastNonEmptyAt" = now() - interval '34 days', "lastTouchedAt" = now() - interval '34 days'
      WHERE name = 'summer-project'`,
  );
  const details: Shot[] = [];
  for (const name of DETAIL_NAMES) {
    details.push({
      name,
      path: await detailPath(site.product.database, name),
      window: name.startsWith("event-"),
    });
  }
  await shoot(browser, site.product, [...shotsOf(ADMIN_ROUTES), ...details], site.cookie);
  await site.product.dispose();
});

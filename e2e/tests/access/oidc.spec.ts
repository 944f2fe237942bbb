import { expect, test } from "@playwright/test";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { openSite, type Site } from "../../src/harness/site.ts";
import { type OidcProvider, startOidcProvider } from "../../src/identity-providers/oidc.ts";

let site: Site;
let idp: OidcProvider;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openSite();
  idp = await startOidcProvider({
    users: [{ email: ADA.email, givenName: "Ada", familyName: "Lovelace" }],
    redirectUri: `${site.product.origin}/api/sso/acme/oidc/callback`,
  });
});
test.afterAll(async () => {
  await idp.close();
  await site.product.dispose();
});

test("an admin connects an OpenID provider, tests it, and signs in through it", async ({
  browser,
  context,
}) => {
  test.setTimeout(90_000);
  const { origin } = site.product;
  await addSession(context, origin, site.cookie);
  const page = await context.newPage();
  await page.goto(`${origin}/settings/security/sso`);
  await page.getByRole("tab", { name: "OpenID Connect" }).click();
  await page.getByLabel("Issuer").fill(idp.issuer);
  await page.getByLabel("Client ID").fill(idp.clientId);
  await page.getByLabel("Client secret").fill(idp.clientSecret);
  await page.getByRole("button", { name: "Save connection" }).click();
  await expect(page.getByText("Not tested yet")).toBeVisible();
  expect(await (await page.request.get(`${origin}/api/console/sso`)).text()).not.toContain(idp.clientSecret);

  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Test sign-in" }).click(),
  ]);
  await tab.getByPlaceholder("Enter any login").fill(ADA.email);
  await tab.getByPlaceholder("and password").fill("anything");
  await tab.getByRole("button", { name: "Sign-in" }).click();
  await tab.getByRole("button", { name: "Continue" }).click();
  await expect(tab.getByText("Ada Lovelace can sign in")).toBeVisible();
  await page.getByRole("switch", { name: "Sign-in with OneLogin" }).click();
  await expect(page.getByRole("switch", { name: "Sign-in with OneLogin" })).toBeChecked();

  const fresh = await browser.newContext();
  const login = await fresh.newPage();
  await login.goto(`${origin}/account`);
  await login.getByRole("link", { name: "Continue with OneLogin" }).click();
  await login.getByPlaceholder("Enter any login").fill(ADA.email);
  await login.getByPlaceholder("and password").fill("anything");
  await login.getByRole("button", { name: "Sign-in" }).click();
  await login.getByRole("button", { name: "Continue" }).click();
  await expect(login).toHaveURL(`${origin}/account`);
  await fresh.close();
});

import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { consoleApi } from "../../src/harness/console.ts";
import { openSite, type Site } from "../../src/harness/site.ts";
import { type IdentityProvider, startSamlProvider } from "../../src/identity-providers/saml.ts";

const ada = { email: ADA.email, givenName: "Ada", familyName: "Lovelace" };
const grace = { email: "grace@acme.test", givenName: "Grace", familyName: "Hopper" };
/** Grace as OneLogin's directory has her. */
const graceInOneLogin = { id: "1", userName: grace.email, ...grace };
const stranger = { email: "stranger@acme.test", givenName: "Sam", familyName: "Stranger" };

let site: Site;
let idp: IdentityProvider;
let origin: string;
let onelogin: ReturnType<typeof createOneLogin>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openSite();
  origin = site.product.origin;
  onelogin = createOneLogin({ ...site.scim, options: {} });
  idp = await startSamlProvider({ acsUrl: `${origin}/api/sso/acme/saml/acs`, users: [ada, grace, stranger] });
});
test.afterAll(async () => {
  onelogin.close();
  await idp.close();
  await site.product.dispose();
});
test.describe.configure({ mode: "serial" });

async function adminPage(context: BrowserContext): Promise<Page> {
  await addSession(context, origin, site.cookie);
  return context.newPage();
}

/** Answers the identity provider's sign-in page. */
async function answerAs(page: Page, email: string): Promise<void> {
  await page.getByLabel("Account").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signInAs(page: Page, email: string, path = "/account"): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.getByRole("link", { name: "Continue with OneLogin" }).click();
  await answerAs(page, email);
}

test("an admin pastes the metadata, tests the sign-in and sees what was received", async ({ context }) => {
  const page = await adminPage(context);
  await page.goto(`${origin}/settings/security/sso`);
  await page.getByLabel("Metadata address or XML").fill(idp.metadataUrl);
  await page.getByRole("button", { name: "Read metadata" }).click();
  await expect(page.getByText("Read, with 1 certificate")).toBeVisible();
  await expect(page.getByText("CN=Test IdP")).toBeVisible();
  await page.getByRole("button", { name: "Save connection" }).click();
  await expect(page.getByText("Not tested yet")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Require OneLogin" })).toBeDisabled();

  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Test sign-in" }).click(),
  ]);
  await answerAs(tab, ada.email);
  await expect(tab.getByText("Ada Lovelace can sign in")).toBeVisible();
  await expect(tab.getByText(`NameID ${ada.email} matched the userName.`)).toBeVisible();
  await expect(tab.getByRole("list", { name: "Expected attributes" })).toContainText("Lovelace");
  await tab.close();

  await page.getByRole("switch", { name: "Sign-in with OneLogin" }).click();
  await expect(page.getByRole("switch", { name: "Sign-in with OneLogin" })).toBeChecked();
});

test("someone without an account is told so in plain words, and the admin sees why", async ({ page }) => {
  await signInAs(page, stranger.email);
  await expect(page.getByRole("alert").filter({ hasText: "don't have an account here yet" })).toBeVisible();
  const log = JSON.stringify(await consoleApi(origin, site.cookie, "GET", "/sso/sign-ins"));
  expect(log).toContain("not_provisioned");
  expect(log).toContain(stranger.email);
});

test("a provisioned person signs in and comes back to the address they wanted", async ({ page }) => {
  await onelogin.assign(graceInOneLogin);
  await signInAs(page, grace.email, "/account/sessions");
  await expect(page).toHaveURL(`${origin}/account/sessions`);
  await expect(page.getByText("This browser")).toBeVisible();
});

test("deactivated over SCIM, the open browser lands on sign-in with the reason at the next click", async ({
  page,
}) => {
  await signInAs(page, grace.email);
  await expect(page.getByRole("heading", { name: "Account", level: 1 })).toBeVisible();
  await onelogin.unassign(graceInOneLogin);
  await page.reload();
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByText("You no longer have access")).toBeVisible();
  await expect(page.getByText(/Your account was deactivated on/)).toBeVisible();

  await page.getByRole("link", { name: "Continue with OneLogin" }).click();
  await answerAs(page, grace.email);
  await expect(page.getByText(/Your account was deactivated on/)).toBeVisible();
});

test("an answer that one browser asked for signs nobody in in another", async ({ browser }) => {
  const [attacker, victim] = await Promise.all([browser.newContext(), browser.newContext()]);
  const page = await attacker.newPage();
  let finish = "";
  await page.route(/\/saml\/acs$/, async (route) => {
    const reply = await route.fetch({ maxRedirects: 0 });
    finish = new URL(reply.headers().location ?? "", origin).href;
    await route.abort();
  });
  await signInAs(page, ada.email).catch(() => undefined);
  await expect.poll(() => finish).toContain("/finish?request=");
  const other = await victim.newPage();
  await other.goto(finish);
  await expect(other.getByText("The sign-in was started in another browser.")).toBeVisible();
  expect((await victim.cookies()).some((cookie) => cookie.name.includes("session"))).toBe(false);
  await Promise.all([attacker.close(), victim.close()]);
});

test("the same answer posted a second time is refused", async ({ page, request }) => {
  let form = "";
  await page.route(/\/saml\/acs$/, async (route) => {
    form = route.request().postData() ?? "";
    await route.continue();
  });
  await signInAs(page, ada.email, "/access/users");
  await expect(page).toHaveURL(/\/access\/users/);
  const again = await request.post(`${origin}/api/sso/acme/saml/acs`, {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    data: form,
    maxRedirects: 0,
  });
  expect(again.status()).toBe(303);
  expect(again.headers().location).toMatch(/^\/login\?tenant=acme&sso=/);
  expect(JSON.stringify(await consoleApi(origin, site.cookie, "GET", "/sso/sign-ins"))).toMatch(
    /request_unknown|replayed/,
  );
});

test("required, it leaves passwords to recovery admins only", async ({ browser, context }) => {
  const page = await adminPage(context);
  await page.goto(`${origin}/settings/security/sso`);
  await page.getByRole("switch", { name: "Require OneLogin" }).click();
  await page.getByRole("button", { name: "Require SSO" }).click();
  await expect(page.getByText("Required", { exact: true })).toBeVisible();

  const fresh = await browser.newContext();
  const recovery = await fresh.newPage();
  await recovery.goto(`${origin}/login?method=password`);
  await recovery.getByLabel("Email").fill(ADA.email);
  await recovery.getByLabel("Password", { exact: true }).fill(ADA.password);
  await recovery.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(recovery).toHaveURL(/\/access\/users/);
  await fresh.close();
});

test("just-in-time, the stranger gets a member account at the first sign-in", async ({ page }) => {
  await consoleApi(origin, site.cookie, "PUT", "/provisioning/mode", { mode: "jit" });
  await signInAs(page, stranger.email);
  await expect(page.getByText("Sam Stranger").first()).toBeVisible();
  await page.goto(`${origin}/settings/security/sso`);
  await expect(page.getByRole("heading", { name: "You need admin access" })).toBeVisible();
});

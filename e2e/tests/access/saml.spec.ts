import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { generate } from "selfsigned";
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
/** A certificate with less than a week to go. */
let expiring: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openSite();
  origin = site.product.origin;
  onelogin = createOneLogin({ ...site.scim, options: {} });
  const ours = `${origin}/api/sso/acme/saml`;
  const soon = new Date(Date.now() + 6 * 86_400_000);
  expiring = (
    await generate([{ name: "commonName", value: "Soon gone" }], { notAfterDate: soon })
  ).cert.trim();
  idp = await startSamlProvider({
    acsUrl: `${ours}/acs`,
    audience: `${ours}/metadata`,
    users: [ada, grace, stranger],
  });
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

function certificates(page: Page) {
  return page.getByRole("textbox", { name: "Signing certificates" });
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

test("before there is a connection, a sign-in ends on a page that says so, with a reference", async ({
  page,
}) => {
  await page.goto(`${origin}/api/sso/acme/start`);
  const notice = page.getByRole("alert").filter({ hasText: "Sign-in isn't set up correctly." });
  await expect(notice).toContainText(/Reference req_[\w-]{12}/);
  await page.getByRole("link", { name: "Back to sign-in" }).click();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("an admin pastes the metadata, tests the sign-in and sees what was received", async ({ context }) => {
  const page = await adminPage(context);
  await page.goto(`${origin}/settings/security/sso`);
  const previews = page.getByRole("list", { name: "Signing certificates" }).getByRole("listitem");
  await certificates(page).fill(`${expiring}\n-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----`);
  await expect(previews.first()).toContainText("CN=Soon gone");
  await expect(previews.first()).toContainText(/[56] days left/);
  await expect(previews.last()).toContainText("Can't be read");
  await page.getByLabel("Metadata address or XML").fill(idp.metadataUrl);
  await page.getByRole("button", { name: "Read metadata" }).click();
  await expect(page.getByText("Read, with 1 certificate")).toBeVisible();
  await expect(previews).toHaveCount(1);
  await expect(previews).toContainText("CN=Test IdP");
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

test("someone without an account is told so in plain words, and the reference leads the admin to why", async ({
  page,
  browser,
}) => {
  await signInAs(page, stranger.email);
  const notice = page.getByRole("alert").filter({ hasText: "don't have an account here yet" });
  await expect(notice).toBeVisible();
  const [, reference = ""] = /Reference (\w{12})/.exec((await notice.textContent()) ?? "") ?? [];

  const admin = await adminPage(await browser.newContext());
  await admin.goto(`${origin}/settings/security/sso`);
  await expect(admin.getByText("1 name matched nobody here:")).toContainText(stranger.email);
  await admin.getByRole("searchbox", { name: "Name, NameID or reference" }).fill(reference);
  const rows = admin.getByRole("table", { name: "Recent sign-ins" }).getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText("No account here");
  await expect(rows.last()).toContainText(reference);
  await rows.last().getByRole("link", { name: "Trace this person" }).click();
  await expect(admin.getByText(stranger.email).first()).toBeVisible();
  await expect(admin).toHaveURL(/trace=1/);
});

test("a provisioned person signs in and comes back to the address they wanted", async ({ page }) => {
  await onelogin.assign(graceInOneLogin);
  await signInAs(page, grace.email, "/account/sessions");
  await expect(page).toHaveURL(`${origin}/account/sessions`);
  await expect(page.getByText("This browser")).toBeVisible();
});

test("sign-ins that arrive wait while the pointer is on the list, and bear names as lists do", async ({
  page,
  browser,
}) => {
  const admin = await adminPage(await browser.newContext());
  await admin.goto(`${origin}/settings/security/sso`);
  const rows = admin.getByRole("table", { name: "Recent sign-ins" }).getByRole("row");
  const waiting = admin.getByRole("button", { name: "1 change. Show it" });
  await expect(rows.nth(1)).toContainText("Grace Hopper");
  const before = await rows.count();
  // A pointer that is there before the page is alive is seen only when it moves again.
  await admin.waitForLoadState("networkidle");
  await rows.nth(1).hover();
  await signInAs(page, grace.email);
  await expect(waiting).toBeVisible();
  await expect(rows).toHaveCount(before);
  await waiting.click();
  await expect(rows).toHaveCount(before + 1);
});

test("deactivated over SCIM, the open browser lands on sign-in with the reason at the next click", async ({
  page,
  browser,
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

  const admin = await adminPage(await browser.newContext());
  await admin.goto(`${origin}/settings/security/provisioning/activity?q=${encodeURIComponent(grace.email)}`);
  await admin.locator('a[href*="event="]').first().click();
  const receipt = admin.getByRole("list", { name: "Sessions that ended" });
  await expect(receipt.getByText("SAML").first()).toBeVisible();
  await expect(receipt.getByText("Ended").first()).toBeVisible();

  const people = await consoleApi(origin, site.cookie, "GET", `/users?q=${grace.email}&status=all`);
  await admin.goto(`${origin}/access/users/${Object(people).people[0].id}`);
  await expect(
    admin.getByText(/OneLogin signed this person in .+ but the account here was deactivated/),
  ).toContainText("by OneLogin, which removed it over SCIM");
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

test("begun at the provider, a sign-in is refused until an admin allows it", async ({
  page,
  context,
  browser,
}) => {
  const start = async (there: Page) => {
    await there.goto(idp.portalUrl);
    await answerAs(there, ada.email);
  };
  await start(page);
  await expect(page.getByText("Start the sign-in here instead of at OneLogin.")).toBeVisible();
  const admin = await adminPage(await browser.newContext());
  await admin.goto(`${origin}/settings/security/sso`);
  const portal = admin.getByRole("switch", { name: "Allow sign-in from OneLogin's portal" });
  await portal.click();
  await expect(portal).toBeChecked();
  await start(page);
  await expect(page).toHaveURL(/\/access\/users/);
  expect((await context.cookies()).find(({ name }) => name === "rollcall.session")).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
  });
  await portal.click();
  await expect(portal).not.toBeChecked();
});

test("changed to just-in-time, after what changes was said, the stranger gets a member account at the first sign-in", async ({
  page,
  browser,
}) => {
  const admin = await adminPage(await browser.newContext());
  await admin.goto(`${origin}/settings/security/provisioning`);
  await admin.getByRole("radio", { name: /Just-in-time/ }).click();
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog).toContainText("their account, their teams and their role");
  await expect(dialog).toContainText("SCIM is paused");
  await expect(dialog).toContainText("gets a member account at once");
  await dialog.getByRole("button", { name: "Change mode" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(admin.getByRole("radio", { name: /Just-in-time/ })).toBeChecked();

  await signInAs(page, stranger.email);
  await expect(page.getByText("Sam Stranger").first()).toBeVisible();
  await page.goto(`${origin}/settings/security/sso`);
  await expect(page.getByRole("heading", { name: "You need admin access" })).toBeVisible();
});

test("two admins who edit the connection at once: the slower one sees what the faster one saved, and chooses", async ({
  context,
}) => {
  const page = await adminPage(context);
  await page.goto(`${origin}/settings/security/sso`);
  const signInUrl = page.getByLabel("Sign-in URL");
  await signInUrl.click();
  await signInUrl.fill("https://mine.test/sso");
  await page.getByRole("tab", { name: "OpenID Connect" }).click();
  await page.getByRole("tab", { name: "SAML 2.0" }).click();
  await expect(signInUrl).toHaveValue("https://mine.test/sso");

  const leaving = page.waitForEvent("dialog");
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await leaving;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  const question = page.getByRole("alertdialog", { name: "Discard what you typed?" });
  await page.getByRole("link", { name: "Users", exact: true }).first().click();
  await question.getByRole("button", { name: "Keep editing" }).click();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Go to a page or do something…").fill("Audit");
  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(signInUrl).toHaveValue("https://mine.test/sso");

  const stored = async () => Object(await consoleApi(origin, site.cookie, "GET", "/sso")).config;
  const { version, settings } = await stored();
  await consoleApi(origin, site.cookie, "PUT", "/sso", {
    kind: "saml",
    seen: version,
    entityId: "https://theirs.test",
    ssoUrl: "https://theirs.test/sso",
    certificates: settings.certificates.map(({ pem }: { pem: string }) => pem),
    metadataUrl: null,
  });
  const conflict = page.getByRole("alert").filter({ hasText: "changed elsewhere while you were editing" });
  await expect(conflict).toContainText("Sign-in URL is now: https://theirs.test/sso");
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("button", { name: "Save connection" })).toBeFocused();
  await expect(page.getByLabel("Issuer")).toHaveValue("https://theirs.test");
  await page.getByRole("button", { name: "Save connection" }).click();
  await expect
    .poll(async () => (await stored()).settings)
    .toMatchObject({ entityId: "https://theirs.test", ssoUrl: "https://mine.test/sso" });
});

import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { consoleApi } from "../../src/harness/console.ts";
import { openSite, type Site } from "../../src/harness/site.ts";

const PASSWORD = "eleven noisy badgers dig";
let site: Site;
let origin: string;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  site = await openSite();
  origin = site.product.origin;
});
test.afterAll(() => site.product.dispose());

async function invite(email: string, role: "member" | "admin"): Promise<string> {
  const reply = await consoleApi(origin, site.cookie, "POST", "/invites", { email, role, mail: false });
  if (typeof reply !== "object" || reply === null || !("link" in reply)) throw new Error("no link");
  return String(reply.link);
}

async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
}

async function signIn(browser: Browser, email: string, password: string): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/login?returnTo=/account`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  return [context, page];
}

test("an invite link makes a member once, who sees the own account and nothing else", async ({
  page,
  browser,
}) => {
  const link = await invite("grace@acme.test", "member");
  await accept(page, link, "Grace Hopper");
  await expect(page).toHaveURL(`${origin}/account`);
  await page.goto(`${origin}/settings/security/sso`);
  await expect(page.getByRole("heading", { name: "You need admin access" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);

  const second = await (await browser.newContext()).newPage();
  await second.goto(link);
  await expect(second.getByRole("heading", { name: "This invite can't be used" })).toBeVisible();
  expect(second.url()).toBe(`${origin}/invite`);
});

test("who signs in before the page is alive is signed in once it is, and no password stands in an address", async ({
  page,
}) => {
  await accept(page, await invite("early@acme.test", "member"), "Early Bird");
  await expect(page).toHaveURL(`${origin}/account`);
  await page.context().clearCookies();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  let alive = () => {};
  const scripts = new Promise<void>((resolve) => {
    alive = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto(`${origin}/login?returnTo=/account`, { waitUntil: "commit" });
  await page.getByLabel("Email").fill("early@acme.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  expect(new URL(page.url()).pathname).toBe("/login");
  alive();
  await expect(page).toHaveURL(`${origin}/account`);
  expect(asked.filter((url) => /badger|password=/.test(url))).toEqual([]);
});

test("changing the password ends the other session at its next request, and says why", async ({
  page,
  browser,
}) => {
  await accept(page, await invite("mary@acme.test", "admin"), "Mary Jackson");
  await expect(page).toHaveURL(/\/access\/users/);
  const [context, other] = await signIn(browser, "mary@acme.test", PASSWORD);
  await expect(other).toHaveURL(`${origin}/account`);

  await page.goto(`${origin}/account/password`);
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("nine brisk herons glide");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("One other session ended.")).toBeVisible();

  await other.goto(`${origin}/account/sessions`);
  await expect(other).toHaveURL(/\/login\?returnTo=%2Faccount%2Fsessions/);
  await expect(other.getByText("Your password was changed")).toBeVisible();
  await context.close();
});

test("a wrong password says nothing of the account, and the eleventh attempt names the time to come back", async ({
  page,
}) => {
  await page.goto(`${origin}/login`);
  const attempt = async (email: string) => {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).not.toHaveAttribute(
      "aria-busy",
      "true",
    );
    return page.getByRole("alert").filter({ hasText: /\w/ }).first().textContent();
  };
  const unknown = await attempt("nobody@acme.test");
  expect(await attempt(ADA.email)).toBe(unknown);
  for (let count = 0; count < 10; count++) await attempt("nobody@acme.test");
  await expect(page.getByText(/Too many attempts\. You can try again at \d{1,2}:\d\d/)).toBeVisible();
});

test("a session ended from elsewhere is over, and sign-in leads back", async ({ page, browser, context }) => {
  await addSession(context, origin, site.cookie);
  const [mine, other] = await signIn(browser, ADA.email, ADA.password);
  await expect(other).toHaveURL(`${origin}/account`);
  await page.goto(`${origin}/account/sessions`);
  await page
    .getByRole("button", { name: /End session in/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /End session in/ })).toHaveCount(0);
  await other.goto(`${origin}/account/appearance`);
  await expect(other.getByText("ended from another browser")).toBeVisible();
  await mine.close();
});

test("pages carry a strict policy, and no address leads off this origin", async ({ page }) => {
  const reply = await page.goto(`${origin}/login?returnTo=//evil.test/x`);
  const headers = reply?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  const unsealed = await page
    .locator("script:not([src])")
    .evaluateAll((all) => all.filter((each) => each.nonce === "").length);
  expect(unsealed).toBe(0);
  await page.getByLabel("Email").fill(ADA.email);
  await page.getByLabel("Password", { exact: true }).fill(ADA.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/access\/users/);
  expect(new URL(page.url()).origin).toBe(origin);
});

test("what looks like a file of the build and is none is a page with nothing in it that runs", async () => {
  const { headers } = await fetch(`${origin}/_next/static/nothing.html`, { redirect: "manual" });
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("nothing that was printed holds a password, a token or a link that lets someone in", async () => {
  const link = await invite("log@acme.test", "member");
  await fetch(`${origin}/api/invites/read`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/json" },
    body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
  });
  const printed = site.product.output();
  const secrets = [
    ADA.password,
    PASSWORD,
    site.scim.token,
    new URL(link).hash.slice(1),
    ...site.cookie.split("=").slice(1),
  ];
  for (const secret of secrets) expect(printed).not.toContain(secret);
});

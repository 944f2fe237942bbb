import { expect, test } from "@playwright/test";
import { loaded } from "../../rubric/checks/loaded.ts";
import { ADA } from "../../src/harness/admin.ts";
import { consoleApi, regenerateToken } from "../../src/harness/console.ts";
import { FRESH_MS } from "../../src/harness/fresh.ts";
import { type OpenConsole, openConsole, person } from "../../src/harness/open-console.ts";

const OVERVIEW = "/settings/security/provisioning";

test.describe.configure({ mode: "serial" });

let at: OpenConsole;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  at = await openConsole(browser);
  await at.sql(`DELETE FROM "ScimToken"`);
  await at.sql(`UPDATE "Connection" SET enabled = false, "enabledAt" = NULL`);
});
test.afterAll(() => at.close());

const card = () => at.page.getByRole("region", { name: "SCIM", exact: true });
const alerts = () => at.page.getByRole("main").getByRole("alert");
const viewConfig = () => card().getByRole("button", { name: "View Config" });
const setEnabled = (enabled: boolean) =>
  consoleApi(at.site.product.origin, at.site.cookie, "PUT", "/provisioning/enabled", { enabled });

/** The pill beside the name, in words and in colour. */
async function expectPill(words: string, status: string): Promise<void> {
  const pill = card().locator("[data-status]").first();
  await expect(pill).toHaveText(words);
  await expect(pill).toHaveAttribute("data-status", status);
}

test("off: what SCIM would do, and a View Config that says what comes first", async () => {
  await at.page.goto(OVERVIEW);
  await expectPill("Off", "off");
  await expect(card()).toContainText("Let OneLogin manage people");
  await expect(card()).toContainText("Turn SCIM on first");
  await expect(viewConfig()).toHaveAttribute("aria-disabled", "true");
  await expect(at.page.getByRole("heading", { name: "Needs attention" })).toHaveCount(0);
  await expect(alerts()).toHaveCount(0);
});

test("a new organisation has three first steps before it, single sign-on among them", async () => {
  const steps = at.page.getByRole("region", { name: "First steps" }).getByRole("listitem");
  await expect(steps).toHaveText([/^Single sign-on/, /^Provisioning/, /^First sync/]);
  await expect(steps.first().getByRole("link", { name: "Single sign-on" })).toHaveAttribute(
    "href",
    "/settings/security/sso",
  );
});

test("on without a token: not set up, the first step is next, and nothing looks like an error", async () => {
  await setEnabled(true);
  await expectPill("Not set up", "waiting");
  await expect(card()).toContainText("Generate a token to connect OneLogin");
  await expect(card()).toContainText("You’ll paste the URL and token into OneLogin’s Configuration tab.");
  await expect(card().getByRole("button", { name: "Generate token" })).toBeVisible();
  await expect(at.page.locator('[data-step="token"]')).toHaveAttribute("data-state", "next");
  await expect(alerts()).toHaveCount(0);
  await viewConfig().click();
  const dialog = at.page.getByRole("dialog", { name: "SCIM configuration" });
  await expect(dialog.getByRole("button", { name: "Generate token" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
});

test("a token and no request: waiting, with the URL to copy; the steps can be folded", async () => {
  await card().getByRole("button", { name: "Generate token" }).click();
  const dialog = at.page.getByRole("dialog", { name: "SCIM configuration" });
  await dialog.getByRole("button", { name: "Copy Token" }).click();
  const token = await at.page.evaluate(() => navigator.clipboard.readText());
  at.site = { ...at.site, scim: { ...at.site.scim, token } };
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(viewConfig()).toBeFocused();
  await expectPill("Waiting for OneLogin", "waiting");
  await expect(card()).toContainText("Nothing has reached this URL yet.");
  await card().getByRole("button", { name: "Copy SCIM URL" }).click();
  await expect.poll(() => at.page.evaluate(() => navigator.clipboard.readText())).toBe(at.site.scim.baseUrl);
  await expect(at.page.locator('[data-step="token"]')).toHaveAttribute("data-state", "done");
  await at.page.getByText("1 of 4 done").click();
  await expect(at.page.locator('[data-step="verified"]')).toBeHidden();
  await at.page.getByText("1 of 4 done").click();
  await expect(at.page.locator('[data-step="verified"]')).toHaveAttribute("data-state", "next");
});

test("tested and nothing sent: connected, nothing pushed yet; the step ticks itself", async () => {
  const app = at.onelogin();
  await app.enable();
  app.close();
  await expectPill("Connected, nothing pushed yet", "info");
  await expect(at.page.locator('[data-step="verified"]')).toHaveAttribute("data-state", "done");
  await expect(at.page.getByLabel("Connection health")).toContainText("Last accepted changeNone yet");
});

test("healthy: connected, four figures, and an operation that never came is called never", async () => {
  const app = at.onelogin();
  await app.assign(person("1", "Ann"), ["data"]);
  app.close();
  await expectPill("Connected", "ok");
  await expect(at.page.locator('[data-step="team"]')).toHaveAttribute("data-state", "done");
  const seen = (kind: string) => at.page.locator(`[data-operation="${kind}"]`);
  await expect(seen("create")).toContainText("1");
  await expect(seen("group_push")).toContainText("2");
  for (const kind of ["deactivate", "reactivate", "delete", "groups_value", "group_delete"]) {
    await expect(seen(kind)).toContainText("never");
  }
  await expect(at.page.getByText("check whether “Delete user” still needs approval")).toBeVisible();
  await expect(at.page.getByRole("heading", { name: "Needs attention" })).toHaveCount(0);
});

test("some turned away: amber with their number, grouped by reason", async () => {
  const app = at.onelogin();
  for (const name of ["Una", "Ulf"])
    await app.assign(person(name, name, { userName: name, email: undefined }));
  app.close();
  await expectPill("Connected, 2 rejected", "warn");
  await expect(at.page.getByRole("article")).toHaveCount(1);
  await expect(at.page.getByRole("article")).toContainText("2 people turned away — no email address");
  await expect(at.page.getByRole("article")).toContainText("2 times · last");
});

test("what is dismissed can be taken back at once and later, by any admin, and says who dismissed it", async () => {
  const article = at.page.getByRole("article");
  await article.getByRole("button", { name: "Dismiss" }).click();
  await expect(article).toHaveCount(0);
  await expect(at.page.getByText("1 dismissed. Show it")).toBeFocused();
  await at.page.getByRole("button", { name: "Undo" }).click();
  await expect(article).toHaveCount(1);
  await article.getByRole("button", { name: "Dismiss" }).click();
  await at.page.getByText("1 dismissed. Show it").click();
  await expect(at.page.getByText(`Dismissed by ${ADA.name}`)).toBeVisible();
  await at.page.getByRole("button", { name: "Bring back" }).click();
  await expect(article).toContainText("2 people turned away");
  await at.page.goto("/settings/audit?area=finding");
  const acts = at.page.getByRole("row").filter({ hasText: "No email address" });
  await expect(acts.filter({ hasText: "Dismissed a finding" })).toHaveCount(2);
  await expect(acts.filter({ hasText: "Brought a finding back" })).toHaveCount(2);
  await at.sql(`DELETE FROM "ProvisioningEvent" WHERE outcome = 'rejected'`);
  await at.page.goto(OVERVIEW);
});

test("a refused token: red before anything else", async () => {
  await at.knock({ Authorization: `Bearer ${at.site.scim.token.slice(0, -3)}` });
  await expectPill("Token rejected", "bad");
  const first = at.page.getByRole("main").locator("article, section").first();
  await expect(first).toContainText("OneLogin’s token was refused");
  await expect(first).toHaveAttribute("data-status", "bad");
  await expect(at.page.getByLabel("Connection health")).toContainText("Refused tokens (24 h)1");
  await at.sql(`DELETE FROM "ProvisioningEvent" WHERE outcome = 'auth_failed'`);
});

test("quiet: still connected, and silence is called normal; what is older than the log is not called never", async () => {
  const ago = (column: string) => `"${column}" = now() - interval '12 days 1 hour'`;
  await at.sql(`UPDATE "ProvisioningEvent" SET ${ago("at")}`);
  await at.page.reload();
  await expectPill("Connected", "ok");
  await expect(card()).toContainText(
    "No changes for 12 days. That’s normal when nobody joins, moves or leaves.",
  );
  await at.sql(`DELETE FROM "ProvisioningEvent"`);
  await at.sql(`UPDATE "User" SET ${ago("lastProvisionedAt")} WHERE "lastProvisionedAt" IS NOT NULL`);
  await at.sql(`UPDATE "ScimToken" SET "firstUsedAt" = now() - interval '60 days'`);
  await at.page.reload();
  await expectPill("Connected", "ok");
  await expect(card()).toContainText("No changes for 12 days.");
  await expect(at.page.locator('[data-operation="create"]')).toContainText("none in 30 days");
});

test("paused: grey, what it means, by whom", async () => {
  await setEnabled(false);
  await expectPill("Paused", "off");
  await expect(card()).toContainText(
    "Requests are refused with 403 and listed in Activity. Token and people are kept.",
  );
  await expect(card()).toContainText("Paused by Ada Lovelace");
  await setEnabled(true);
});

test("while it loads the switch is a shape, never Off", async () => {
  await at.page.goto("/access/users");
  // A link that is pressed before the page is alive loads the next page whole.
  await at.page.waitForLoadState("networkidle");
  await at.page.route(/provisioning\?_rsc=/, async (route) => {
    await new Promise((done) => setTimeout(done, 2500));
    await route.continue().catch(() => undefined);
  });
  await at.page.getByRole("navigation").getByRole("link", { name: "Provisioning" }).first().click();
  await expect(at.page.locator("main [aria-busy=true]").first()).toBeVisible();
  await expect(at.page.getByRole("switch")).toHaveCount(0);
  await expect(at.page.getByText(/^(On|Off)$/)).toHaveCount(0);
  await at.page.unroute(/provisioning\?_rsc=/);
  await expect(at.page.getByRole("switch", { name: "SCIM provisioning" })).toBeChecked();
});

test("a page that can't be read is an error with a reference and a way to try again, never “no token”", async () => {
  await at.sql(`ALTER TABLE "ScimToken" RENAME TO "ScimToken_away"`);
  try {
    await at.page.goto(OVERVIEW);
    await expect(alerts()).toContainText("We couldn't show this page");
    await expect(at.page.getByText(/no token|not set up|Generate/i)).toHaveCount(0);
  } finally {
    await at.sql(`ALTER TABLE "ScimToken_away" RENAME TO "ScimToken"`);
  }
  await at.page.getByRole("button", { name: "Try again" }).click();
  await expectPill("Connected", "ok");
});

test("what needs attention stays when it can't be read again, and the page says since when it is old", async () => {
  await at.page.goto(OVERVIEW);
  await at.page.route("**/api/console/findings", (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/json",
      body: JSON.stringify({ error: { code: "server.error", message: "It failed.", requestId: "req_test" } }),
    }),
  );
  const outdated = at.page.getByRole("status").filter({ hasText: "couldn't be brought up to date" });
  await expect(outdated).toContainText("req_test");
  await at.page.unroute("**/api/console/findings");
  await expect(outdated).toHaveCount(0);
});

test("a member gets the page that says who can, and the API says 403", async ({ browser }) => {
  const { origin } = at.site.product;
  const invite = await consoleApi(origin, at.site.cookie, "POST", "/invites", {
    email: "mem@acme.test",
    role: "member",
    mail: false,
  });
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto(String(Reflect.get(Object(invite), "link")));
  await page.getByLabel("Your name").fill("Mem Ber");
  await page.getByLabel("Password", { exact: true }).fill("eleven noisy badgers dig");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(/\/access|\/account/);
  const reply = await page.goto(OVERVIEW);
  expect(reply?.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "You need admin access" })).toBeVisible();
  await expect(page.getByText("Ask one of: Ada Lovelace.")).toBeVisible();
  for (const path of ["/provisioning", "/findings", "/activity", "/trace?q=x", "/provisioning/settings"]) {
    expect((await page.request.get(`/api/console${path}`)).status(), path).toBe(403);
  }
  await context.close();
});

test("regenerating by the API shows in an open page within three seconds", async () => {
  await at.page.goto(OVERVIEW);
  await loaded(at.page);
  const { token } = await regenerateToken(at.site.product.origin, at.site.cookie);
  await expect(card()).toContainText(`Token …${token.slice(-4)}`, { timeout: FRESH_MS });
});

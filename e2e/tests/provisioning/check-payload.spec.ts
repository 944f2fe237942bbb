import { expect, test } from "@playwright/test";
import { type OpenConsole, openConsole, person } from "../../src/harness/open-console.ts";

const CHECK = "/settings/security/provisioning/check";
const ACTIVITY = "/settings/security/provisioning/activity";

test.describe.configure({ mode: "serial" });

let at: OpenConsole;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  at = await openConsole(browser);
  const app = at.onelogin();
  await app.enable();
  await app.assign(person("1", "Ann"), ["data"]);
  await app.assign(person("2", "Grace", { userName: "ghopper", email: undefined }));
  app.close();
});
test.afterAll(() => at.close());

const payload = () => at.page.getByRole("textbox", { name: "Payload" });
const result = () => at.page.getByRole("region", { name: "What would come of it" });
const check = () => at.page.getByRole("button", { name: "Check", exact: true }).click();
const step = (name: string) => result().locator(`[data-step=${name}]`);

async function rows(table: string): Promise<unknown> {
  return (await at.site.product.database?.query(`SELECT count(*)::int AS n FROM "${table}"`))?.[0]?.n;
}

/** How much there is of what a request could leave. */
async function left(): Promise<readonly unknown[]> {
  const tables = ["User", "Team", "Membership", "ProvisioningEvent", "ScimToken", "AuditEntry"];
  return Promise.all(tables.map(rows));
}

test("from Provisioning to a payload that would be accepted, and nothing of it stays", async () => {
  await at.page.goto("/settings/security/provisioning");
  await at.page.getByRole("link", { name: "Check a payload" }).click();
  await expect(at.page).toHaveURL(new RegExp(`${CHECK}$`));
  await expect(at.page).toHaveTitle(/Check a payload/);
  const before = await left();
  await at.page.getByRole("button", { name: "Fill in an example" }).click();
  await expect(payload()).toHaveValue(/grace@example\.com/);
  await check();
  await expect(result()).toContainText("Would be accepted");
  await expect(step("matched")).toContainText("Nobody here yet: a new person");
  await expect(step("answer")).toContainText("201");
  await expect(result().getByRole("row", { name: /userName/ })).toContainText("grace@example.com");
  await expect(result().getByRole("figure", { name: "Response" })).toContainText(
    '"userName": "grace@example.com"',
  );
  expect(await left()).toEqual(before);
  await at.page.reload();
  // What is typed before the page is alive is lost.
  await at.page.waitForLoadState("networkidle");
  await expect(payload()).toHaveValue("");
});

test("what is no JSON is told by line and column, with the cursor there, and is not sent", async () => {
  await payload().fill('{\n  "userName": "x",\n}');
  await check();
  await expect(at.page.getByText("This is not JSON: line 3, column 1.")).toBeVisible();
  await expect(payload()).toBeFocused();
  await expect(payload()).toHaveAttribute("aria-invalid", "true");
  expect(await payload().evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(21);
  await expect(result()).toHaveCount(0);
});

test("who stands in the way is named, with the way out in OneLogin; a change needs to say whose", async () => {
  await payload().fill('{"userName":"ann@acme.test","active":true,"favouriteColour":"blue"}');
  await check();
  await expect(result()).toContainText("Would be turned away");
  await expect(step("acceptable")).toHaveAttribute("data-state", "ok");
  await expect(step("matched")).toContainText("Ann Test stands in the way: Address already used");
  await expect(step("changes")).toHaveAttribute("data-state", "unreached");
  await expect(step("answer")).toContainText("409 uniqueness");
  await expect(result().getByRole("term").filter({ hasText: "In OneLogin" })).toBeVisible();
  await expect(result()).toContainText("favouriteColour");
  await at.page.getByLabel("Request").click();
  await at.page.getByRole("option", { name: "Replace (PUT)" }).click();
  await expect(result()).toContainText("The form has changed since");
  await check();
  await expect(at.page.getByText("Say which one")).toBeVisible();
  await expect(at.page.getByLabel("SCIM id")).toBeFocused();
});

test("a deactivation tells the sessions that would end, and ends none", async () => {
  const found = await at.site.product.database?.query(
    `SELECT id FROM "User" WHERE "userName" = 'ann@acme.test'`,
  );
  const id = String(found?.[0]?.id);
  await at.sql(
    `INSERT INTO "Session" ("tenantId", id, "userId", method, "expiresAt")
     SELECT "tenantId", gen_random_uuid(), id, 'saml', now() + interval '1 day' FROM "User" WHERE id = '${id}'`,
  );
  await at.page.getByLabel("SCIM id").fill(id);
  await payload().fill('{"userName":"ann@acme.test","active":false}');
  await check();
  await expect(result().getByRole("row", { name: /active/ })).toBeVisible();
  await expect(result()).toContainText("1 session would end");
  await expect(result().getByRole("link", { name: "Ann Test" })).toHaveAttribute(
    "href",
    `/access/users/${id}`,
  );
  const sessions = await at.site.product.database?.query(
    `SELECT "revokedAt" FROM "Session" WHERE "userId" = '${id}'`,
  );
  expect(sessions).toEqual([{ revokedAt: null }]);
});

test("a logged request is filled in from its sheet, and run only when asked", async () => {
  await at.page.goto(`${ACTIVITY}?outcome=rejected`);
  await at.page.getByRole("table", { name: "Activity" }).getByRole("link", { name: /Grace/ }).first().click();
  await at.page.getByRole("link", { name: "Check this payload again" }).click();
  await expect(at.page).toHaveURL(new RegExp(`${CHECK}\\?event=`));
  await expect(payload()).toHaveValue(/"userName": "ghopper"/);
  await expect(at.page.getByText("It hasn’t been checked yet")).toBeVisible();
  await expect(result()).toHaveCount(0);
  await check();
  await expect(step("acceptable")).toContainText("No email address");
});

test("a fault is told with its reference, and can be tried again", async () => {
  const route = "**/api/console/provisioning/check";
  await at.page.route(route, (request) =>
    request.fulfill({
      status: 500,
      json: { error: { code: "server.error", message: "Something failed.", requestId: "req_0123456789ab" } },
    }),
  );
  await check();
  const card = at.page.getByRole("alert").filter({ hasText: "This payload couldn’t be checked" });
  await expect(card).toContainText("req_0123456789ab");
  await at.page.unroute(route);
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(result()).toContainText("Would be turned away");
  await expect(card).toHaveCount(0);
});

test("the command palette leads here", async () => {
  await at.page.goto("/access/users");
  await at.page.getByRole("button", { name: "Search and commands" }).click();
  await at.page.getByRole("dialog").getByRole("combobox").fill("check");
  await at.page.getByRole("option", { name: "Check a payload" }).click();
  await expect(at.page).toHaveURL(new RegExp(`${CHECK}$`));
});

import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { connect, createOneLogin, type OneLoginOptions, type Person } from "@rollcall/idp-simulator";
import { expectAccessible } from "../../rubric/checks/axe.ts";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { consoleApi, regenerateToken } from "../../src/harness/console.ts";
import { openSite, type Site } from "../../src/harness/site.ts";

const OVERVIEW = "/settings/security/provisioning";

test.describe.configure({ mode: "serial" });

let site: Site;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  site = await openSite();
  context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, site.cookie);
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await site.product.dispose();
});

function onelogin(options: OneLoginOptions = {}, token = site.scim.token) {
  return createOneLogin({ baseUrl: site.scim.baseUrl, token, options });
}

function person(id: string, name: string, changes: Partial<Person> = {}): Person {
  const address = `${name.toLowerCase()}@acme.test`;
  return { id, userName: address, email: address, givenName: name, familyName: "Test", ...changes };
}

/** Sends one request with exactly these headers. */
async function knock(headers: Readonly<Record<string, string>>, target = "/Users?count=1"): Promise<void> {
  const scim = connect({ baseUrl: site.scim.baseUrl, headers });
  await scim.send("GET", target);
  scim.close();
}

const finding = (title: string | RegExp) =>
  page.getByRole("article").or(page.getByRole("listitem")).filter({ hasText: title });

test("#30 nothing pushed after the connection was tested: the three things to check in OneLogin, and what we cannot see", async () => {
  const app = onelogin({ approvals: { create: true } });
  await app.enable();
  expect((await app.assign(person("1", "Waiting"))).state).toBe("pending");
  app.close();
  await site.product.database?.query(
    `UPDATE "ScimToken" SET "firstUsedAt" = now() - interval '3 hours', "lastUsedAt" = now() - interval '2 hours'`,
  );
  await site.product.database?.query(`UPDATE "ProvisioningEvent" SET at = now() - interval '3 hours'`);
  await page.goto(OVERVIEW);
  await expect(page.getByText("Connected, nothing pushed yet").first()).toBeVisible();
  const shown = finding(/tested the connection at/).first();
  await expect(shown).toContainText("Pending");
  await expect(shown).toContainText("Enable provisioning");
  await expect(shown).toContainText(/can.t see inside OneLogin/);
});

test("#24 a 401 on Enable: the overview names the retired token, who retired it, and the fix", async () => {
  const old = site.scim.token;
  site = { ...site, scim: await regenerateToken(site.product.origin, site.cookie) };
  const app = onelogin({}, old);
  expect((await app.enable()).status).toBe(401);
  app.close();
  await page.goto(OVERVIEW);
  const shown = finding("token was refused").first();
  await expect(shown).toContainText(`…${old.slice(-4)}`);
  await expect(shown).toContainText(`${ADA.name} retired`);
  await expect(shown).toContainText("SCIM Bearer Token");
  await expectAccessible(page, "the overview with a refused token");
});

test("#25 a token cut off, no header, a doubled Bearer and a wrong path get four different sentences", async () => {
  const { token } = site.scim;
  await knock({ Authorization: `Bearer ${token}` }, "/v2/Users");
  await knock({ Authorization: `Bearer ${token.slice(0, -5)}` });
  await knock({});
  await knock({ Authorization: `Bearer Bearer ${token}` });
  await page.goto(OVERVIEW);
  await expect(page.getByText("It was probably cut off when pasted.")).toBeVisible();
  await expect(page.getByText("A request arrived without a token.")).toBeVisible();
  await expect(page.getByText("The word “Bearer” was sent twice.")).toBeVisible();
  await expect(page.getByText("The SCIM Base URL has an extra version at its end.")).toBeVisible();
});

test("#26 someone without an e-mail: turned away above the list, and found by the trace of a search for nobody", async () => {
  const app = onelogin();
  await app.enable();
  const grace = person("2", "Grace", { userName: "ghopper", email: undefined, familyName: "Hopper" });
  expect((await app.assign(grace)).state).toBe("failed");
  await app.assign(person("3", "Mei"));
  app.close();
  await page.goto("/access/users");
  await expect(page.getByText("1 person was turned away")).toBeVisible();
  await page.goto("/access/users?q=ghopper");
  await expect(page.getByText("No one matches “ghopper”")).toBeVisible();
  await page.goto("/access/users?q=ghopper&trace=1");
  await expect(
    page.getByText("We received this person and turned them away: No email address."),
  ).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Data complete" })).toContainText("Failed:");
  await expectAccessible(page, "the trace of someone who was turned away");
});

test("someone of whom nothing was ever sent: three checks in the guide's order", async () => {
  await page.goto("/access/users?q=nobody%40acme.test&trace=1");
  await expect(page.getByText("OneLogin has sent nothing about this person.").first()).toBeVisible();
  await expect(page.getByText(/Approve/).first()).toBeVisible();
  await expect(page.getByText(/Enable provisioning/).first()).toBeVisible();
});

test("#27 people without groups: Teams says that no groups arrive, and where to switch them on", async () => {
  await page.goto("/access/teams");
  await expect(page.getByText(/no groups/i).first()).toBeVisible();
  await expect(page.getByText(/Include in User Provisioning|Set Groups/).first()).toBeVisible();
});

test("#28 strict names refuse a role with a blank and suggest a name", async () => {
  const settings = await consoleApi(site.product.origin, site.cookie, "GET", "/provisioning/settings");
  const seenAt = new Date(Reflect.get(Object(settings), "updatedAt")).toISOString();
  await consoleApi(site.product.origin, site.cookie, "PATCH", "/provisioning/settings", {
    seenAt,
    change: { strictNames: true },
  });
  const app = onelogin();
  const task = await app.assign(person("4", "Bo"), ["Platform Engineering"]);
  app.close();
  expect(task.row).toMatch(/letters, digits/);
  await page.goto(`${OVERVIEW}/activity?outcome=rejected`);
  await page
    .getByRole("link", { name: /Platform Engineering/ })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toContainText(/platform-engineering/i);
  await expectAccessible(page, "an event's sheet");
});

test("#29 a team that OneLogin emptied long ago is possibly stale with the date; a quiet one with people is not", async () => {
  const app = onelogin();
  const [left, quiet] = [person("5", "Lea"), person("6", "Kim")];
  await app.assign(left, ["left-over"]);
  await app.assign(quiet, ["quiet-team"]);
  await app.setRoles(left, []);
  app.close();
  await site.product.database?.query(
    `UPDATE "Team" SET "lastNonEmptyAt" = now() - interval '34 days', "lastTouchedAt" = now() - interval '34 days'
      WHERE name = 'left-over'`,
  );
  await site.product.database?.query(
    `UPDATE "Team" SET "lastTouchedAt" = now() - interval '34 days' WHERE name = 'quiet-team'`,
  );
  await page.goto("/access/teams");
  await expect(page.getByRole("row").filter({ hasText: "left-over" })).toContainText("Possibly stale");
  await expect(page.getByRole("row").filter({ hasText: "quiet-team" })).not.toContainText("Possibly stale");
});

test("from the row to the answer it is one click: what was received, the likely cause, what to do", async () => {
  await page.getByRole("link", { name: "left-over" }).first().click();
  const block = page.getByRole("article").filter({ hasText: "This team may be left over" });
  await expect(block).toContainText(
    "The role or group was deleted in OneLogin, which doesn’t announce that.",
  );
  await expect(block).toContainText("the team comes back with the next change");
  await expect(block.getByRole("button", { name: /Delete/ })).toBeVisible();
  await expect(block.getByRole("button", { name: /Keep/ })).toBeVisible();
});

test("from Teams without groups to the steps in OneLogin it is one click", async () => {
  await site.product.database?.query(`DELETE FROM "Team"`);
  await page.goto("/access/teams");
  await page.getByRole("link", { name: "Show the steps" }).click();
  await expect(page.getByText(/Include in User Provisioning/).first()).toBeVisible();
});

test("from someone turned away to the fix it is one click, to the request another", async () => {
  await page.goto("/access/users");
  await page
    .getByText(/were? turned away|was turned away/)
    .first()
    .click();
  await expect(page.getByText("Users → Users → this person: fill in Email.").first()).toBeVisible();
  await page.getByRole("link", { name: "Grace Hopper" }).first().click();
  await expect(page.getByRole("dialog")).toContainText("No email address");
});

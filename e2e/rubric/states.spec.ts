import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createOneLogin, type Person } from "@rollcall/idp-simulator";
import { setUp, TENANT } from "../src/harness/admin.ts";
import { addSession } from "../src/harness/browser.ts";
import { consoleApi } from "../src/harness/console.ts";
import type { OwnDatabase } from "../src/harness/database.ts";
import { join } from "../src/harness/join.ts";
import { type Product, startProduct } from "../src/harness/product.ts";
import { openScim } from "../src/harness/site.ts";
import { expectGeometry, layoutShift, watchLayoutShift } from "./checks/shift.ts";

const PAGE = "/settings/security/provisioning";
const ANN: Person = {
  id: "1",
  userName: "ann@acme.test",
  email: "ann@acme.test",
  givenName: "Ann",
  familyName: "Lee",
};
const BO: Person = { id: "2", userName: "bo", email: undefined, givenName: "Bo", familyName: "Kim" };

test.describe.configure({ mode: "serial" });

let product: Product;
let cookie: string;
let context: BrowserContext;
let page: Page;
let token = "";

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  product = await startProduct();
  cookie = await setUp(product);
  context = await browser.newContext({ baseURL: product.origin });
  await addSession(context, product.origin, cookie);
  page = await context.newPage();
  await watchLayoutShift(page);
});
test.afterAll(async () => {
  await context.close();
  await product.dispose();
});

const api = (method: "GET" | "PUT" | "POST", path: string, body?: object) =>
  consoleApi(product.origin, cookie, method, path, body);
const card = () => page.getByRole("region", { name: "SCIM", exact: true });

function database(): OwnDatabase {
  if (!product.database) throw new Error("The product has no database of its own");
  return product.database;
}

function onelogin() {
  return createOneLogin({ baseUrl: `${product.origin}/api/scim/${TENANT}/v2`, token });
}

/** The pill says this, with an icon and in the colour of its kind. */
async function expectPill(text: string | RegExp, status: string): Promise<void> {
  await page.goto(PAGE);
  const pill = card().locator("[data-status]").first();
  await expect(pill).toHaveText(text);
  await expect(pill).toHaveAttribute("data-status", status);
  await expect(pill.locator("svg")).toBeVisible();
}

test("#21 #23 before anything: people, teams and activity each say where to begin, the way to the token says why it is closed", async () => {
  await page.goto("/access/users");
  await expect(page.getByRole("heading", { name: "Only you so far" })).toBeVisible();
  await page.getByRole("link", { name: "Go to Provisioning" }).click();
  await expect(page).toHaveURL(PAGE);
  await page.goto("/access/teams");
  await expect(page.getByRole("heading", { name: "No teams yet" })).toBeVisible();
  await page.goto(`${PAGE}/activity`);
  await expect(page.getByRole("heading", { name: "No requests yet" })).toBeVisible();
  await page.goto("/access/users?q=nobody");
  await expect(page.getByRole("heading", { name: "No one matches “nobody”" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).last().click();
  await expect(page).toHaveURL("/access/users");
  await page.goto("/access/teams?health=stale");
  await expect(page.getByRole("heading", { name: "No team matches these filters" })).toBeVisible();
  await page.goto(PAGE);
  const closed = card().getByRole("button", { name: "View Config" });
  await expect(closed).toBeDisabled();
  await expect(closed).toHaveAccessibleDescription("Turn SCIM on first");
});

test("#18 off, not set up, waiting, nothing pushed, connected", async () => {
  await expectPill("Off", "off");
  await expect(card()).toContainText("Let OneLogin manage people");
  await api("PUT", "/provisioning/enabled", { enabled: true });
  await expectPill("Not set up", "waiting");
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toHaveCount(0);
  token = String(Reflect.get(Object(await api("POST", "/provisioning/token")), "token"));
  await expectPill("Waiting for OneLogin", "waiting");
  await expect(card()).toContainText("Nothing has reached this URL yet");
  const app = onelogin();
  await app.enable();
  await expectPill("Connected, nothing pushed yet", "info");
  await app.assign(ANN, ["research"]);
  app.close();
  await expectPill("Connected", "ok");
  await expect(card()).not.toContainText("No changes for");
});

test("#18 #19 while it loads: shapes where the row and its switch will be, no switch that could seem to flip, nothing moves", async () => {
  const release = await database().hold("ScimToken");
  await page.goto(PAGE, { waitUntil: "commit" });
  const shapes = page.locator("main [aria-busy=true]");
  await expect(shapes).toBeVisible();
  await expect(page.getByRole("switch")).toHaveCount(0);
  await expect(page.getByText("Off", { exact: true })).toHaveCount(0);
  const before = await shapes.locator("> div > *").first().boundingBox();
  await release();
  await expect(card()).toBeVisible();
  expectGeometry(await card().boundingBox(), before);
  await expect(page.getByRole("switch", { name: "SCIM provisioning" })).toBeChecked();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.05);
});

test("#18 some rejected, token rejected, quiet, paused", async () => {
  const app = onelogin();
  await app.assign(BO);
  app.close();
  await expectPill("Connected, 1 rejected", "warn");
  const wrong = openScim({ baseUrl: `${product.origin}/api/scim/${TENANT}/v2`, token: token.slice(0, -4) });
  await wrong.send("GET", "/Users?count=1");
  wrong.close();
  await expectPill("Token rejected", "bad");
  await database().query(`DELETE FROM "ProvisioningEvent" WHERE outcome IN ('rejected', 'auth_failed')`);
  await database().query(`UPDATE "ProvisioningEvent" SET at = now() - interval '12 days'`);
  await expectPill("Connected", "ok");
  await expect(card()).toContainText(
    "No changes for 12 days. That’s normal when nobody joins, moves or leaves.",
  );
  await api("PUT", "/provisioning/enabled", { enabled: false });
  await expectPill("Paused", "off");
  await expect(card()).toContainText("refused with 403 and listed in Activity. Token and people are kept.");
  await api("PUT", "/provisioning/enabled", { enabled: true });
});

test("#19 the list of people: its shapes are rows of the table that comes", async () => {
  const release = await database().hold("ProvisioningEvent");
  await page.goto("/access/users");
  const shapes = page.locator("main [aria-busy=true]");
  const table = shapes.locator("> div[aria-hidden] > *");
  await expect(table.first()).toBeVisible();
  const before = [await table.nth(0).boundingBox(), await table.nth(1).boundingBox()];
  await release();
  const rows = page.getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  expectGeometry(await rows.nth(0).boundingBox(), before[0] ?? null);
  expectGeometry(await rows.nth(1).boundingBox(), before[1] ?? null);
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.05);
});

test("#18 #20 what cannot be read is an error with a reference, on every page: no empty list, no missing token", async () => {
  await database().query(`ALTER TABLE "ProvisioningEvent" RENAME TO "Away"`);
  try {
    for (const [path, empty] of [
      ["/access/users", "Only you so far"],
      [`${PAGE}/activity`, "No requests yet"],
      [PAGE, "No token yet"],
    ] as const) {
      await page.goto(path);
      await expect(page.getByText(/We couldn.t (load|show)/).first(), path).toBeVisible();
      await expect(page.getByText(/Reference/).first(), path).toBeVisible();
      await expect(page.getByRole("button", { name: "Try again" }).first(), path).toBeVisible();
      await expect(page.getByText(empty)).toHaveCount(0);
    }
  } finally {
    await database().query(`ALTER TABLE "Away" RENAME TO "ProvisioningEvent"`);
  }
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(card()).toBeVisible();
});

test("#18 #22 a member is told whom to ask, with 403, and can change nothing", async ({ browser }) => {
  const member = await browser.newContext({ baseURL: product.origin });
  const grace = {
    name: "Grace Hopper",
    email: "grace@acme.test",
    password: "nine small boats drifting",
    role: "member",
  } as const;
  await addSession(member, product.origin, await join(product, cookie, grace));
  const theirs = await member.newPage();
  for (const path of [PAGE, "/access/users", "/access/teams", "/settings/audit", "/settings/security/sso"]) {
    const reply = await theirs.goto(path);
    expect(reply?.status(), path).toBe(403);
    await expect(theirs.getByRole("heading", { name: "You need admin access" })).toBeVisible();
    await expect(theirs.getByRole("main")).toContainText("Ada Lovelace");
    await expect(theirs.getByRole("main").getByRole("button")).toHaveCount(0);
    await expect(theirs.getByRole("switch")).toHaveCount(0);
    await expect(theirs.getByRole("link", { name: "Provisioning" })).toHaveCount(0);
  }
  await member.close();
});

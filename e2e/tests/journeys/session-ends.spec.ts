import { expect, type Page, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { ADA, setUp } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { consoleApi, generateToken } from "../../src/harness/console.ts";
import { createOwnDatabase } from "../../src/harness/database.ts";
import { type Product, startProduct } from "../../src/harness/product.ts";
import type { ScimAccess } from "../../src/harness/site.ts";

const GRACE = {
  id: "1",
  userName: "grace@acme.test",
  email: "grace@acme.test",
  givenName: "Grace",
  familyName: "Hopper",
};
const PASSWORD = "nine small boats drifting";

let replicas: readonly [Product, Product];
let cookie: string;
let scim: ScimAccess;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const database = await createOwnDatabase();
  replicas = await Promise.all([startProduct({ database }), startProduct({ database })]);
  cookie = await setUp(replicas[0]);
  scim = await generateToken(replicas[0].origin, cookie);
});
test.afterAll(async () => {
  await replicas[1].stop();
  await replicas[0].dispose();
});

/** Grace joins by an invite, the link of which is opened in her browser. */
async function joinByInvite(page: Page): Promise<void> {
  const invite = { email: GRACE.email, role: "member", mail: false };
  const created = await consoleApi(replicas[0].origin, cookie, "POST", "/invites", invite);
  await page.goto(String(Reflect.get(Object(created), "link")));
  await page.getByLabel("Your name").fill("Grace Hopper");
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/invite"));
}

test("deactivated over SCIM, a person's open browser is at the sign-in page with the next click, on every replica", async ({
  page,
  context,
}) => {
  const [first, second] = replicas;
  await joinByInvite(page);
  await page.goto(`${first.origin}/account`);
  await expect(page.getByText(GRACE.email).first()).toBeVisible();
  const session = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const profileOn = async (product: Product) =>
    (await fetch(`${product.origin}/account`, { headers: { Cookie: session }, redirect: "manual" })).status;
  expect([await profileOn(first), await profileOn(second)]).toEqual([200, 200]);

  const onelogin = createOneLogin({ ...scim });
  expect((await onelogin.assign(GRACE)).state).toBe("done");
  expect(await profileOn(second)).toBe(200);
  expect((await onelogin.suspend(GRACE)).state).toBe("done");
  expect([await profileOn(first), await profileOn(second)]).toEqual([307, 307]);
  await page.goto(`${first.origin}/account/sessions`);
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByText(/Your account was deactivated/)).toBeVisible();

  await page.getByLabel("Email").fill(GRACE.email);
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /deactivated|wrong/ })).toBeVisible();

  await onelogin.activate(GRACE);
  expect([await profileOn(first), await profileOn(second)]).toEqual([307, 307]);
  onelogin.close();
});

test("a member sees their account and gets 403 from every page and endpoint of admins", async ({
  page,
  context,
}) => {
  const [first] = replicas;
  await page.goto(`${first.origin}/login`);
  await page.getByLabel("Email").fill(GRACE.email);
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  for (const path of [
    "/access/users",
    "/access/teams",
    "/settings/security/provisioning",
    "/settings/audit",
  ]) {
    await page.goto(`${first.origin}${path}`);
    await expect(page.getByText(ADA.name).first(), path).toBeVisible();
    await expect(page.getByRole("switch"), path).toHaveCount(0);
  }
  const session = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const [method, path] of [
    ["GET", "/provisioning"],
    ["PUT", "/provisioning/enabled"],
    ["POST", "/provisioning/token"],
    ["GET", "/users"],
    ["GET", "/teams"],
    ["GET", "/audit"],
  ] as const) {
    const attempt = consoleApi(
      first.origin,
      session,
      method,
      path,
      method === "GET" ? undefined : { enabled: false },
    );
    await expect(attempt, `${method} ${path}`).rejects.toThrow(/answered 403/);
  }
});

test("a session that began on one replica holds on the other", async ({ browser }) => {
  const [, second] = replicas;
  const context = await browser.newContext();
  await addSession(context, second.origin, cookie);
  const page = await context.newPage();
  await page.goto(`${second.origin}/settings/security/provisioning`);
  await expect(page.getByRole("heading", { level: 1, name: "Provisioning" })).toBeVisible();
  await context.close();
});

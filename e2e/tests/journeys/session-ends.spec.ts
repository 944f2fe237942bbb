import { expect, type Page, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { setUp } from "../../src/harness/admin.ts";
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

/** As the browser of these tests writes the date. */
function today(): string {
  return new Date().toLocaleDateString("en", { dateStyle: "medium" });
}

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
  await expect(
    page.getByRole("alert").filter({ hasText: `Your account was deactivated on ${today()}` }),
  ).toBeVisible();

  await onelogin.activate(GRACE);
  expect([await profileOn(first), await profileOn(second)]).toEqual([307, 307]);
  onelogin.close();
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

test("wrong passwords count on every replica; the next one is told when to come back", async () => {
  const attempt = async ({ origin }: Product) => {
    const csrf = await fetch(`${origin}/api/auth/csrf`);
    const { csrfToken } = Object(await csrf.json());
    const headers = {
      Origin: origin,
      Cookie: csrf.headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; "),
    };
    const form = {
      tenant: "acme",
      email: "guess@acme.test",
      password: "not the password",
      csrfToken,
      json: "true",
    };
    const url = `${origin}/api/auth/callback/credentials`;
    return fetch(url, { method: "POST", headers, body: new URLSearchParams(form) });
  };
  for (let count = 0; count < 10; count++)
    expect((await attempt(replicas[count % 2] ?? replicas[0])).status).toBe(401);
  for (const replica of replicas) {
    const refused = await attempt(replica);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect(Object(await refused.json())).toMatchObject({ error: { code: "sign_in.throttled" } });
  }
});

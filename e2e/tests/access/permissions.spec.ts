import { expect, test } from "@playwright/test";
import { consolePages } from "../../src/console-pages.ts";
import { consoleApi } from "../../src/harness/console.ts";
import { openSite, type Site } from "../../src/harness/site.ts";

let site: Site;
let origin: string;
let member: string;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  site = await openSite();
  origin = site.product.origin;
  member = await joinAsMember();
});
test.afterAll(() => site.product.dispose());

/** Accepts an invite over HTTP. Returns the session's cookie. */
async function joinAsMember(): Promise<string> {
  const invite = { email: "grace@acme.test", role: "member", mail: false };
  const created = await consoleApi(origin, site.cookie, "POST", "/invites", invite);
  const token = new URL(String(Reflect.get(Object(created), "link"))).hash.slice(1);
  const reply = await fetch(`${origin}/api/invites/accept`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/json" },
    body: JSON.stringify({ token, name: "Grace Hopper", password: "eleven noisy badgers dig" }),
  });
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function open(path: string, cookie?: string): Promise<{ status: number; location: string }> {
  const headers = cookie === undefined ? {} : { Cookie: cookie };
  const reply = await fetch(`${origin}${path}`, { headers, redirect: "manual" });
  await reply.text();
  return { status: reply.status, location: reply.headers.get("location") ?? "" };
}

/** Open to everyone who is signed in. */
const OWN = /^\/(account|help)(\/|$)/;

test("each page of the console leads who is not signed in to the sign-in page", async () => {
  const pages = consolePages();
  expect(pages.length).toBeGreaterThan(15);
  for (const path of pages) {
    const { status, location } = await open(path);
    expect([path, status, location]).toEqual([
      path,
      307,
      expect.stringMatching(/^\/(login|access|account|help|settings)/),
    ]);
    if (!/^\/login/.test(location)) expect((await open(location)).location).toMatch(/^\/login/);
  }
});

test("a member who signs in without asking for a page lands on the own account", async ({ page }) => {
  await page.goto(`${origin}/login`);
  await page.getByLabel("Email").fill("grace@acme.test");
  await page.getByLabel("Password", { exact: true }).fill("eleven noisy badgers dig");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`${origin}/account`);
});

test("#22 each page of the console is 403 for a member, but the own account and the help", async () => {
  for (const path of consolePages()) {
    const { status, location } = await open(path, member);
    const final = status === 307 ? await open(location, member) : { status };
    const expected = OWN.test(path) ? 200 : /^\/[0-9a-f-]{36}$/.test(path) ? 404 : 403;
    expect([path, final.status]).toEqual([path, expected]);
  }
});

import { type Browser, expect, type Page, test } from "@playwright/test";
import { addSession } from "../../src/harness/browser.ts";
import { type Mailbox, openMailbox } from "../../src/harness/mailbox.ts";
import { openSite, type Site } from "../../src/harness/site.ts";

const PASSWORD = "eleven noisy badgers dig";
let mailbox: Mailbox;
let site: Site;
let origin: string;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  mailbox = await openMailbox();
  site = await openSite({ env: { SMTP_URL: mailbox.url, MAIL_FROM: "Rollcall <rollcall@acme.test>" } });
  origin = site.product.origin;
});
test.afterAll(async () => {
  await site.product.dispose();
  await mailbox.close();
});
test.beforeEach(async ({ page, context }) => {
  await addSession(context, origin, site.cookie);
  await page.goto(`${origin}/access/users`);
  await page.getByRole("button", { name: "Invite User" }).click();
});

/** Opens a link in a browser of somebody else. */
async function openElsewhere(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  return page;
}

async function linkOf(page: Page): Promise<string> {
  const field = page.getByRole("status").filter({ hasText: "Invite created" });
  await expect(field).toContainText("/invite#");
  return /http:\/\/\S+\/invite#[\w-]+/.exec((await field.textContent()) ?? "")?.[0] ?? "";
}

test("an invite is mailed; its link makes the account, once", async ({ page, browser }) => {
  await page.getByLabel("Email", { exact: true }).fill("grace@acme.test");
  await expect(page.getByRole("checkbox", { name: "Send the link by email" })).toBeChecked();
  await page.getByRole("button", { name: "Create invite" }).click();
  await expect(page.getByText("Invite created, and on its way by email")).toBeVisible();

  await expect.poll(() => mailbox.to("grace@acme.test").length, { timeout: 20_000 }).toBe(1);
  const [mail = ""] = mailbox.to("grace@acme.test");
  expect(mail).toContain("Subject: You're invited to Acme on Rollcall");
  expect(mail).toContain("From: Rollcall <rollcall@acme.test>");
  const link = /http:\/\/\S+\/invite#[\w-]+/.exec(mail)?.[0] ?? "";

  const grace = await openElsewhere(browser, link);
  await grace.getByLabel("Your name").fill("Grace Hopper");
  await grace.getByLabel("Password", { exact: true }).fill("password1234");
  await grace.getByRole("button", { name: "Create account" }).click();
  await expect(grace.getByText("too short or too easy to guess")).toBeVisible();
  await grace.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await grace.getByRole("button", { name: "Create account" }).click();
  await expect(grace).toHaveURL(`${origin}/account`);
  const again = await openElsewhere(browser, link);
  await expect(again.getByRole("heading", { name: "This invite can't be used" })).toBeVisible();
});

test("a double click makes one invite, and a second invite leaves the link of the first on the page", async ({
  page,
}) => {
  const link = (email: string) => page.getByRole("textbox", { name: `Invite link for ${email}` });
  await page.getByLabel("Email", { exact: true }).fill("joan@acme.test");
  await page.getByRole("checkbox", { name: "Send the link by email" }).click();
  await page.getByRole("button", { name: "Create invite" }).dblclick();
  await expect(link("joan@acme.test")).toBeVisible();
  await expect(page.getByRole("button", { name: "Revoke the invite of joan@acme.test" })).toHaveCount(1);
  await page.getByLabel("Email", { exact: true }).fill("katherine@acme.test");
  await page.getByRole("button", { name: "Create invite" }).click();
  await expect(link("katherine@acme.test")).toBeVisible();
  await expect(link("joan@acme.test")).toBeVisible();
});

test("an invite that could not be read for want of a network is read with the next try", async ({ page }) => {
  await page.getByLabel("Email", { exact: true }).fill("annie@acme.test");
  await page.getByRole("checkbox", { name: "Send the link by email" }).click();
  await page.getByRole("button", { name: "Create invite" }).click();
  const link = await linkOf(page);
  const guest = await page.context().newPage();
  await guest.goto(`${origin}/login`);
  await guest.route("**/api/invites/read", (route) => route.abort("connectionfailed"), { times: 1 });
  await guest.goto(link);
  await expect(guest.getByText("The invite couldn't be read.")).toBeVisible();
  await guest.getByRole("button", { name: "Try again" }).click();
  await expect(guest.getByRole("heading", { name: "Join Acme" })).toBeVisible();
  expect(guest.url()).toBe(`${origin}/invite`);
});

test("an invite's link is copied instead, and is worthless once it is revoked", async ({ page, browser }) => {
  await page.getByLabel("Email", { exact: true }).fill("mary@acme.test");
  await page.getByRole("checkbox", { name: "Send the link by email" }).click();
  await page.getByRole("button", { name: "Create invite" }).click();
  const link = await linkOf(page);
  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: "Close without copying the link?" });
  await question.getByRole("button", { name: "Keep it open" }).click();
  expect(await linkOf(page)).toBe(link);
  const mary = await openElsewhere(browser, link);
  await expect(mary.getByRole("heading", { name: "Join Acme" })).toBeVisible();

  await page.getByRole("button", { name: "Revoke the invite of mary@acme.test" }).click();
  await expect(page.getByRole("button", { name: "Revoke the invite of mary@acme.test" })).toHaveCount(0);
  await mary.getByLabel("Your name").fill("Mary Jackson");
  await mary.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await mary.getByRole("button", { name: "Create account" }).click();
  await expect(mary.getByText("Ask for a new one")).toBeVisible();
  expect(mailbox.to("mary@acme.test")).toEqual([]);
});

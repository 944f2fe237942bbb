import { expect, test } from "@playwright/test";
import { loaded } from "../../rubric/checks/loaded.ts";
import { ADA } from "../../src/harness/admin.ts";
import { addSession } from "../../src/harness/browser.ts";
import { regenerateToken } from "../../src/harness/console.ts";
import { type Mailbox, openMailbox } from "../../src/harness/mailbox.ts";
import { openScim, openSite, type Site } from "../../src/harness/site.ts";

const OVERVIEW = "/settings/security/provisioning";
/** Trouble is looked for every half minute, and mails leave every few seconds. */
const WITHIN_MS = 60_000;

let mailbox: Mailbox;

test.beforeAll(async () => {
  mailbox = await openMailbox();
});
test.afterAll(() => mailbox.close());

const mails = () => mailbox.to(ADA.email);
const openWithMail = () => openSite({ env: { SMTP_URL: mailbox.url, MAIL_FROM: "rollcall@acme.test" } });

/** An identity provider that worked goes on with the token that was retired. */
async function refuse(site: Site): Promise<void> {
  const idp = openScim(site.scim);
  expect((await idp.send("GET", "/Users?count=1")).status).toBe(200);
  await regenerateToken(site.product.origin, site.cookie);
  for (let request = 0; request < 6; request++) {
    expect((await idp.send("GET", "/Users?count=1")).status).toBe(401);
  }
  idp.close();
}

test("an identity provider that is refused again and again is mailed to the admins: what was seen, why, what to do", async ({
  page,
  context,
}) => {
  test.slow();
  const site = await openWithMail();
  await refuse(site);
  // The new token may have been seen, and mailed, before the refusals were.
  const told = () => mails().find((each) => each.includes(`${ADA.name} retired`));
  await expect.poll(told, { timeout: WITHIN_MS }).toBeDefined();
  const mail = told() ?? "";
  expect(mail).toContain("From: rollcall@acme.test");
  expect(mails().join()).toContain(`${ADA.name} made a new SCIM token`);
  expect(mail).toContain("What to do:");
  expect(mail).not.toContain(site.scim.token);
  const link = /See more: (http\S+)/.exec(mail)?.[1] ?? "";
  await addSession(context, site.product.origin, site.cookie);
  await page.goto(link);
  await expect(page.getByRole("link", { name: /Token refused/ })).toBeVisible();
  await site.product.dispose();
});

test("an admin turns the mails off where the connection's settings are; without a mail server it says so", async ({
  browser,
}) => {
  const off = await openSite();
  const without = await browser.newContext({ baseURL: off.product.origin });
  await addSession(without, off.product.origin, off.cookie);
  const page = await without.newPage();
  await page.goto(`${OVERVIEW}#settings`);
  const turn = (on: typeof page) => on.getByRole("switch", { name: "Mail admins about trouble" });
  await expect(turn(page)).toBeDisabled();
  await expect(page.getByText(/SMTP_URL/)).toBeVisible();
  await off.product.dispose();

  const site = await openWithMail();
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, site.cookie);
  const settings = await context.newPage();
  await settings.goto(`${OVERVIEW}#settings`);
  await loaded(settings);
  await expect(turn(settings)).toBeChecked();
  await turn(settings).click();
  await expect(settings.getByText("Saved")).toBeVisible();
  await settings.reload();
  await expect(turn(settings)).not.toBeChecked();
  await settings.goto("/settings/audit");
  await expect(settings.getByRole("main")).toContainText("Mails to admins about trouble");
  await without.close();
  await context.close();
  await site.product.dispose();
});

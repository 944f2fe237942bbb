import { createOneLogin, fullName, samplePeople } from "@rollcall/idp-simulator";
import { expect, test } from "../src/fixtures.ts";
import { addSession } from "../src/harness/browser.ts";
import { openSite } from "../src/harness/site.ts";

const OVERVIEW = "/settings/security/provisioning";

test("#40 every finding keeps what was received, the likely cause and what to do apart", async ({
  admin,
  company: _,
}) => {
  await admin.goto(OVERVIEW);
  const findings = admin.getByRole("article");
  await expect(findings.first()).toBeVisible();
  expect(await findings.count()).toBeGreaterThanOrEqual(2);
  for (const finding of await findings.all()) {
    await expect(finding.getByRole("term")).toHaveText(["Received", "Likely cause", "In OneLogin"]);
  }
});

test("#27 nine of ten people carry groups: Teams counts them, and the one who does not is named", async ({
  browser,
}) => {
  const site = await openSite();
  const onelogin = createOneLogin({ ...site.scim, options: { groups: "attribute" } });
  const people = samplePeople(10, "acme.test");
  for (const [index, person] of people.entries()) await onelogin.assign(person, index === 3 ? [] : ["data"]);
  onelogin.close();
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, site.cookie);
  const page = await context.newPage();
  await page.goto("/access/teams");
  await expect(page.getByText("Groups in payloads: 9 of 10 people")).toBeVisible();
  await page.goto(OVERVIEW);
  const finding = page.getByRole("article").filter({ hasText: "without groups" });
  await expect(finding).toHaveCount(1);
  for (const [index, person] of people.entries()) {
    if (index === 3) await expect(finding).toContainText(fullName(person));
    else await expect(finding).not.toContainText(fullName(person));
  }
  await context.close();
  await site.product.dispose();
});

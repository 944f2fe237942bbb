import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { addSession } from "../src/harness/browser.ts";
import { consoleApi } from "../src/harness/console.ts";
import { openSite, type Site } from "../src/harness/site.ts";
import { expectNoClippedText, expectNoSidewaysScroll, expectTargets, resize } from "./checks/layout.ts";
import { loaded } from "./checks/loaded.ts";
import { expectNoOverlap } from "./checks/overlap.ts";

const OVERVIEW = "/settings/security/provisioning";
/** 60 characters without a blank, a team's name of the greatest length, and a role so long that its refusal is a paragraph. */
const FAMILY_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";
const TEAM = "donaudampfschifffahrtsgesellschaften";
const ROLE = `Role ${"of the department of very long names ".repeat(5)}`.trim();

let site: Site;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  site = await openSite();
  const onelogin = createOneLogin({ ...site.scim });
  await onelogin.enable();
  const long = {
    id: "1",
    userName: `${FAMILY_NAME.slice(0, 40).toLowerCase()}@a-subdomain-of-some-length.acme.test`,
    email: `${FAMILY_NAME.slice(0, 40).toLowerCase()}@a-subdomain-of-some-length.acme.test`,
    givenName: "Hubert",
    familyName: FAMILY_NAME,
  };
  await onelogin.assign(long, [TEAM, "data"]);
  const settings = await consoleApi(site.product.origin, site.cookie, "GET", "/provisioning/settings");
  const seenAt = new Date(Reflect.get(Object(settings), "updatedAt")).toISOString();
  await consoleApi(site.product.origin, site.cookie, "PATCH", "/provisioning/settings", {
    seenAt,
    change: { strictNames: true },
  });
  await onelogin.setRoles(long, [TEAM, ROLE]);
  await onelogin.assign({ ...long, id: "2", userName: FAMILY_NAME.toLowerCase(), email: undefined });
  onelogin.close();
  context = await browser.newContext({ baseURL: site.product.origin, reducedMotion: "reduce" });
  await addSession(context, site.product.origin, site.cookie);
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await site.product.dispose();
});

async function paths(): Promise<string[]> {
  const one = async (table: string, where: string) =>
    String(
      (
        await site.product.database?.query(
          `SELECT id FROM "${table}" WHERE ${where} ORDER BY id DESC LIMIT 1`,
        )
      )?.[0]?.id,
    );
  return [
    "/access/users",
    `/access/users/${await one("User", "source = 'scim'")}`,
    "/access/teams",
    `/access/teams/${await one("Team", `name = '${TEAM}'`)}`,
    OVERVIEW,
    `${OVERVIEW}?dialog=config`,
    `${OVERVIEW}/activity`,
    `${OVERVIEW}/activity?event=${await one("ProvisioningEvent", "outcome = 'rejected'")}`,
    `${OVERVIEW}/check`,
    `${OVERVIEW}/check?event=${await one("ProvisioningEvent", "outcome = 'rejected'")}`,
    "/settings/security/sso",
    "/settings/audit",
    "/account/keyboard",
  ];
}

for (const [locale, what] of [
  ["en", "long names, teams and reasons"],
  ["en-XA", "a language as long as German"],
  ["ar-XB", "a language from right to left"],
] as const) {
  test(`#38 ${what}: wrapped, nothing cut, nothing over another`, async () => {
    test.slow();
    await context.addCookies([{ name: "rollcall.locale", value: locale, url: site.product.origin }]);
    // Of the distances in time, "just now" is the longest: the others are not in the catalogue.
    await site.product.database?.query(
      `UPDATE "User" SET "lastProvisionedAt" = now(), "lastSignInAt" = now()`,
    );
    for (const path of await paths()) {
      await page.goto(path);
      await loaded(page);
      await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar-XB" ? "rtl" : "ltr");
      for (const width of [375, 640, 768, 1024, 1280]) {
        await resize(page, width);
        await expectNoSidewaysScroll(page, `${path} at ${width} pixels`);
        await expectNoClippedText(page, `${path} at ${width} pixels`);
        await expectNoOverlap(page, `${path} at ${width} pixels`);
      }
      await expectTargets(page, path);
    }
  });
}

test("#38 sign-in in a longer language and from right to left", async ({ browser }) => {
  const out = await browser.newContext({ baseURL: site.product.origin });
  const login = await out.newPage();
  for (const locale of ["en-XA", "ar-XB"]) {
    await out.addCookies([{ name: "rollcall.locale", value: locale, url: site.product.origin }]);
    for (const width of [320, 375, 1280]) {
      await login.setViewportSize({ width, height: 800 });
      await login.goto("/login");
      await expectNoSidewaysScroll(login, `sign-in, ${locale}, at ${width} pixels`);
      await expectNoClippedText(login, `sign-in, ${locale}, at ${width} pixels`);
      await expectNoOverlap(login, `sign-in, ${locale}, at ${width} pixels`);
    }
  }
  await out.close();
});

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Page, test } from "@playwright/test";
import { loaded } from "../rubric/checks/loaded.ts";
import { addSession } from "../src/harness/browser.ts";
import { regenerateToken } from "../src/harness/console.ts";
import { seed } from "../src/harness/seed.ts";
import { openSite } from "../src/harness/site.ts";

const OUT = fileURLToPath(new URL("../../docs/images/", import.meta.url));

/** The pictures of README and guides: a company after its first weeks with OneLogin, at the width of a laptop. */
test("pictures of the guides", async ({ browser }) => {
  await mkdir(OUT, { recursive: true });
  const site = await openSite();
  await seed(site.scim);
  const { scim } = site;
  await site.product.database?.query(
    `UPDATE "Team" SET "lastNonEmptyAt" = now() - interval '34 days', "lastTouchedAt" = now() - interval '34 days'
      WHERE name = 'summer-project'`,
  );
  const context = await browser.newContext({
    baseURL: site.product.origin,
    viewport: { width: 1280, height: 800 },
  });
  await addSession(context, site.product.origin, site.cookie);
  const page = await context.newPage();
  const shoot = (name: string) =>
    page.screenshot({ path: `${OUT}${name}.png`, scale: "css", animations: "disabled" });
  for (const [name, path] of [
    ["users", "/access/users"],
    ["trace", "/access/users?q=ghopper"],
    ["teams", "/access/teams"],
    ["provisioning", "/settings/security/provisioning"],
    ["view-config", "/settings/security/provisioning?dialog=config"],
    ["activity", "/settings/security/provisioning/activity"],
    ["audit", "/settings/audit"],
  ] as const) {
    await page.goto(path);
    await settled(page);
    await shoot(name);
  }
  await page.goto("/settings/security/provisioning/activity?outcome=rejected");
  await settled(page);
  await page.getByRole("link", { name: "Grace Hopper turned away" }).click();
  await settled(page);
  await shoot("activity-event");
  await page.goto("/access/users?q=lamarr");
  await settled(page);
  await page.getByRole("link", { name: "Ada Lamarr" }).first().click();
  await page.waitForURL(/\/access\/users\/.+/);
  await settled(page);
  await shoot("person");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/access/teams?health=stale");
  await settled(page);
  await shoot("teams-dark");
  await regenerateToken(site.product.origin, site.cookie);
  const stale = await fetch(`${scim.baseUrl}/Users`, { headers: { Authorization: `Bearer ${scim.token}` } });
  await stale.text();
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/settings/security/provisioning");
  await settled(page);
  await shoot("token-refused");
  await context.close();
  await site.product.dispose();
});

async function settled(page: Page): Promise<void> {
  await loaded(page);
  await page.waitForTimeout(600);
}

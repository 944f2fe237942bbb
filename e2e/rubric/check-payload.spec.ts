import type { Page } from "@playwright/test";
import { expect, test } from "../src/fixtures.ts";
import { expectAccessible } from "./checks/axe.ts";
import {
  expectNoClippedText,
  expectNoSidewaysScroll,
  expectTargets,
  resize,
  WIDTHS,
} from "./checks/layout.ts";
import { loaded } from "./checks/loaded.ts";
import { expectNoOverlap } from "./checks/overlap.ts";

const LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";
const PERSON = { userName: "new@acme.test", active: "True", name: { familyName: LONG }, [LONG]: 1 };

const PAYLOADS = {
  accepted: { ...PERSON, groups: ["data", "a-team-that-is-new"] },
  refused: { ...PERSON, userName: LONG },
  "in a conflict": { ...PERSON, userName: "ada@acme.test" },
};

async function showResult(page: Page, payload: object): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/settings/security/provisioning/check");
  await loaded(page);
  // What is typed before the page is alive is lost.
  await page.waitForLoadState("networkidle");
  await page.getByRole("textbox", { name: "Payload" }).fill(JSON.stringify(payload, null, 2));
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByRole("region", { name: "What would come of it" })).toBeVisible();
}

for (const [name, payload] of Object.entries(PAYLOADS)) {
  test(`#1 #3 #4 a payload that would be ${name}: accessible, light and dark`, async ({
    admin,
    company: _,
  }) => {
    await showResult(admin, payload);
    for (const colorScheme of ["light", "dark"] as const) {
      await admin.emulateMedia({ colorScheme });
      await expectAccessible(admin, `${name}, ${colorScheme}`);
    }
  });

  for (const locale of ["en", "en-XA", "ar-XB"]) {
    test(`#36 #38 a payload that would be ${name}, in ${locale}: fits every width`, async ({
      admin,
      site,
      company: _,
    }) => {
      await showResult(admin, payload);
      await admin
        .context()
        .addCookies([{ name: "rollcall.locale", value: locale, url: site.product.origin }]);
      await admin.reload();
      await loaded(admin);
      await admin.waitForLoadState("networkidle");
      await admin.locator("textarea").fill(JSON.stringify(payload, null, 2));
      await admin.locator("form [type=submit]").click();
      await expect(admin.locator("[data-step=answer]")).toBeVisible();
      for (const width of [320, ...WIDTHS]) {
        await resize(admin, width);
        await expectNoSidewaysScroll(admin, `${name}, ${locale}, at ${width} pixels`);
        await expectNoClippedText(admin, `${name}, ${locale}, at ${width} pixels`);
        await expectNoOverlap(admin, `${name}, ${locale}, at ${width} pixels`);
        await expectTargets(admin, `${name}, ${locale}, at ${width} pixels`);
      }
    });
  }
}

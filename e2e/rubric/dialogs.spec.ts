import { expect, type Locator, type Page, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { addSession } from "../src/harness/browser.ts";
import { consoleApi } from "../src/harness/console.ts";
import { type Seeded, seed } from "../src/harness/seed.ts";
import { openSite, type Site } from "../src/harness/site.ts";
import { detailPath } from "../src/routes.ts";
import { expectAccessible } from "./checks/axe.ts";
import { expectFocusTrapped } from "./checks/keyboard.ts";
import { expectNoClippedText, expectNoSidewaysScroll, expectTargets, resize } from "./checks/layout.ts";
import { loaded } from "./checks/loaded.ts";

const OVERVIEW = "/settings/security/provisioning";

interface Layer {
  readonly name: string;
  readonly path: () => Promise<string> | string;
  readonly role: "dialog" | "alertdialog";
  /** What is pressed; the focus returns to it. */
  readonly trigger: (page: Page) => Locator;
  /** Opens it from the trigger when it takes more than a press of Enter. */
  readonly next?: (page: Page) => Promise<void>;
  readonly width?: number;
  /** Destroys something: what its text must hold besides its name, a consequence and a count. */
  readonly destroys?: RegExp;
}

let site: Site;
let company: Seeded;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  site = await openSite();
  company = await seed(site.scim, 12);
  const onelogin = createOneLogin({ ...site.scim });
  await onelogin.enable();
  onelogin.close();
  await consoleApi(site.product.origin, site.cookie, "POST", "/teams", { name: "by-hand" });
  const context = await browser.newContext({ baseURL: site.product.origin });
  await addSession(context, site.product.origin, site.cookie);
  page = await context.newPage();
});
test.afterAll(async () => {
  await page.context().close();
  await site.product.dispose();
});

const button = (name: string | RegExp) => (on: Page) => on.getByRole("button", { name }).first();
const item = (name: string | RegExp) => async (on: Page) => {
  await on.getByRole("menuitem", { name }).press("Enter");
};
const person = () => detailPath(site.product.database, "person");
const team = () => detailPath(site.product.database, "team");

const LAYERS: readonly Layer[] = [
  {
    name: "View Config",
    path: () => OVERVIEW,
    role: "dialog",
    trigger: (on) =>
      on.getByRole("region", { name: "SCIM", exact: true }).getByRole("button", { name: "View Config" }),
  },
  {
    name: "regenerating a token in use",
    path: () => OVERVIEW,
    role: "alertdialog",
    trigger: button("More for SCIM"),
    next: item("Regenerate token…"),
    destroys: /stops working the moment you continue, and changes from OneLogin will fail/,
  },
  {
    name: "pausing SCIM",
    path: () => OVERVIEW,
    role: "alertdialog",
    trigger: (on) => on.getByRole("switch", { name: "SCIM provisioning" }),
    destroys: /refused until you resume\. \d+ people and \d+ teams stay/,
  },
  {
    name: "another way to get an account",
    path: () => OVERVIEW,
    role: "alertdialog",
    trigger: (on) => on.getByRole("radio", { name: /Invite-only/ }),
    destroys: /\d+ people from OneLogin will no longer be updated/,
  },
  { name: "inviting", path: () => "/access/users", role: "dialog", trigger: button("Invite User") },
  { name: "a new team", path: () => "/access/teams", role: "dialog", trigger: button("Create team") },
  {
    name: "deactivating someone",
    path: () => "/access/users?source=scim",
    role: "alertdialog",
    trigger: button(/^Actions for /),
    next: item("Deactivate…"),
    destroys: /can no longer sign in, and every session ends now/,
  },
  {
    name: "deactivating someone, from their page",
    path: person,
    role: "alertdialog",
    trigger: button(/^Actions for /),
    next: item("Deactivate…"),
    destroys: /OneLogin may turn this person back on/,
  },
  {
    name: "deleting a team",
    path: () => "/access/teams",
    role: "alertdialog",
    trigger: button("Actions for finance"),
    next: item(/^Delete…/),
    destroys: /\d+ people lose what comes with this team[\s\S]*comes back with the next change/,
  },
  {
    name: "releasing a team",
    path: team,
    role: "alertdialog",
    trigger: button("Release…"),
    destroys: /keeps its \d+ members? and is edited by hand from now on/,
  },
  {
    name: "an event",
    path: () => `${OVERVIEW}/activity`,
    role: "dialog",
    trigger: (on) => on.getByRole("table").getByRole("link").first(),
  },
  {
    name: "the palette",
    path: () => "/access/users",
    role: "dialog",
    trigger: button("Search and commands"),
  },
  {
    name: "navigation on a phone",
    path: () => "/access/users",
    role: "dialog",
    trigger: button("Open navigation"),
    width: 375,
  },
];

for (const layer of LAYERS) {
  const points = layer.destroys ? "#1 #4 #10 #36 #40" : "#1 #4 #10 #36";
  test(`${points} ${layer.name}: named, accessible in both themes, fits a phone; the focus stays inside and returns`, async () => {
    const width = layer.width ?? 1280;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
    await page.goto(await layer.path());
    await loaded(page);
    const trigger = layer.trigger(page);
    const dialog = page.getByRole(layer.role);
    await open(layer, trigger);
    await expect(dialog).toBeVisible();
    await expect(dialog).toHaveAccessibleName(/\w/);
    await dialog.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
    if (layer.destroys) await expectHonest(dialog, layer.destroys);
    await expectAccessible(page, `${layer.name}, light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await resize(page, 375);
    await expectAccessible(page, `${layer.name}, dark, at 375 pixels`);
    await expectNoSidewaysScroll(page, layer.name);
    await expectNoClippedText(page, layer.name);
    await expectTargets(page, layer.name);
    await resize(page, width);
    await expectFocusTrapped(page, dialog);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(trigger).toBeFocused();
  });
}

async function open({ next }: Layer, trigger: Locator): Promise<void> {
  await trigger.focus();
  await trigger.press((await trigger.getAttribute("role")) === "radio" ? "Space" : "Enter");
  await next?.(page);
}

/** Names what it is about, says what follows, and asks no "Are you sure?". */
async function expectHonest(dialog: Locator, consequence: RegExp): Promise<void> {
  await expect(dialog).not.toHaveAccessibleName(/are you sure/i);
  await expect(dialog).toHaveAccessibleName(/^\w+ .{3,}/);
  await expect(dialog).toHaveText(consequence);
  await expect(dialog).not.toContainText(/are you sure|please|successfully/i);
}

test("#40 what was destroyed is in the audit log, with who did it", async () => {
  const [, , mover] = company.people;
  if (!mover) throw new Error("Three people");
  await page.goto(`/access/users?q=${encodeURIComponent(mover.userName)}`);
  await page.getByRole("button", { name: /^Actions for / }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await page.goto("/access/teams?q=by-hand");
  await page.getByRole("button", { name: "Actions for by-hand" }).click();
  await page.getByRole("menuitem", { name: /^Delete…/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete team" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await consoleApi(site.product.origin, site.cookie, "PUT", "/provisioning/enabled", { enabled: false });
  await consoleApi(site.product.origin, site.cookie, "POST", "/provisioning/token/regenerate", {});
  await page.goto("/settings/audit");
  for (const [action, target] of [
    ["Deactivated", mover.givenName],
    ["Deleted a team", "by-hand"],
    ["Paused SCIM", ""],
    ["Regenerated the SCIM token", ""],
  ] as const) {
    const row = page.getByRole("row").filter({ hasText: action }).filter({ hasText: target }).first();
    await expect(row, action).toContainText("Ada Lovelace");
  }
});

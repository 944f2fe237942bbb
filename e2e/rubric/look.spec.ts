import type { Page } from "@playwright/test";
import { expect, test } from "../src/fixtures.ts";
import { addSession } from "../src/harness/browser.ts";
import { ADMIN_ROUTES, detailPath, type Route } from "../src/routes.ts";
import { expectContrast } from "./checks/axe.ts";
import { PAIRS, poorPairs } from "./checks/colour.ts";
import { loaded } from "./checks/loaded.ts";

const OVERVIEW = "/settings/security/provisioning";

test("#2 each status, control and ring has its contrast, light and dark", async ({ admin }) => {
  await admin.goto("/account");
  for (const colorScheme of ["light", "dark"] as const) {
    await admin.emulateMedia({ colorScheme });
    await expect(admin.locator("html")).toHaveClass(new RegExp(colorScheme));
    expect.soft(await poorPairs(admin, PAIRS), colorScheme).toEqual([]);
  }
});

test("#2 contrast holds under the pointer, in an empty field and where something is closed with a reason", async ({
  admin,
  company: _,
}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await admin.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await admin.goto("/access/users");
    await loaded(admin);
    for (const target of [
      admin.getByRole("button", { name: "Invite User" }),
      admin.getByRole("button", { name: "Export", exact: true }),
      admin.getByRole("row").nth(2).getByRole("link").first(),
      admin.getByRole("button", { name: /^Actions for/ }).first(),
      admin.getByRole("link", { name: "Teams", exact: true }).last(),
    ]) {
      await target.hover();
      await expectContrast(admin, `${colorScheme}, the pointer on ${target}`);
    }
    const placeholder = await admin
      .getByRole("searchbox")
      .evaluate((field) => getComputedStyle(field, "::placeholder").color);
    const words = await admin.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.color = "var(--muted-foreground)";
      return getComputedStyle(probe).color;
    });
    expect(placeholder).toBe(words);
    await admin.goto(`${OVERVIEW}?dialog=config`);
    const reason = admin.getByText("Only shown when generated");
    await expect(reason).toBeVisible();
    await expectContrast(admin, `${colorScheme}, the reason why the token is closed`);
  }
});

test("#23 what is disabled says why, to eye and ear", async ({ admin, company: _ }) => {
  test.slow();
  for (const [name, path] of ADMIN_ROUTES) {
    await admin.goto(path);
    await loaded(admin);
    const silent = await admin.evaluate(() => {
      const isDescribed = (element: Element) =>
        (element.hasAttribute("title") &&
          element.getAttribute("title") !== element.getAttribute("aria-label")) ||
        (element.getAttribute("aria-describedby")?.split(" ") ?? []).some((id) =>
          document.getElementById(id)?.textContent?.trim(),
        );
      return [...document.querySelectorAll("main *, [role=dialog] *")]
        .filter(
          (element) =>
            element.matches("[disabled],[aria-disabled=true]") &&
            !element.closest("[inert],[aria-hidden=true]"),
        )
        .filter((element) => !element.closest("label") && !isDescribed(element))
        .map((element) => element.outerHTML.slice(0, 160));
    });
    expect.soft(silent, name).toEqual([]);
  }
});

test("#37 dark from the first frame: as the system has it, and as a person chose it", async ({
  browser,
  site,
  company: _,
}) => {
  for (const [colorScheme, chosen] of [
    ["dark", null],
    ["light", "dark"],
  ] as const) {
    const context = await browser.newContext({ baseURL: site.product.origin, colorScheme });
    await addSession(context, site.product.origin, site.cookie);
    await context.addInitScript((theme) => {
      if (theme) localStorage.setItem("rollcall.theme", theme);
      const seen: string[] = [];
      Reflect.set(window, "grounds", seen);
      const look = () => {
        if (document.body) {
          const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
          seen.push(`${backgroundColor} ${colorScheme}`);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, chosen);
    const page = await context.newPage();
    await page.goto(OVERVIEW);
    await loaded(page);
    const grounds = await page.evaluate(() => [...new Set(Object(Reflect.get(window, "grounds")))]);
    expect(grounds).toEqual(["rgb(11, 11, 13) dark"]);
    await context.close();
  }
});

test("#37 in the dark no panel is white, and JSON and the mark can be read", async ({
  admin,
  site,
  company: _,
}) => {
  await admin.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const paths = [
    "/access/users",
    "/access/teams",
    OVERVIEW,
    "/settings/security/sso",
    "/settings/audit",
    "/login",
  ];
  for (const path of paths) {
    await admin.goto(path);
    await loaded(admin);
    expect.soft(await whitePanels(admin), path).toEqual([]);
  }
  await admin.goto(await detailPath(site.product.database, "event-applied"));
  await admin.getByRole("dialog").locator("summary").filter({ hasText: "Request" }).click();
  await expect(admin.getByRole("figure", { name: "Request" })).toBeVisible();
  expect.soft(await whitePanels(admin), "an event").toEqual([]);
  await expectContrast(admin, "an event's request, dark");
});

/** Things of some size on a white ground. */
function whitePanels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body, body *")]
      .filter((element) => {
        const { width, height, bottom } = element.getBoundingClientRect();
        const ground = getComputedStyle(element).backgroundColor;
        return (
          bottom > 0 && width * height > 4000 && ["rgb(255, 255, 255)", "rgb(250, 250, 250)"].includes(ground)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

test("#35 times name their zone; another zone changes what is local and nothing of UTC, without a word in the browser's console", async ({
  browser,
  site,
  company: _,
}) => {
  test.slow();
  const read = async (timezoneId: string, routes: readonly Route[]) => {
    const context = await browser.newContext({ baseURL: site.product.origin, timezoneId });
    await addSession(context, site.product.origin, site.cookie);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const [, path] of routes) {
      await page.goto(path);
      await loaded(page);
    }
    expect(complaints).toEqual([]);
    await page.goto(OVERVIEW);
    await page.getByRole("region", { name: "SCIM", exact: true }).locator("time").first().focus();
    await page.getByRole("region", { name: "SCIM", exact: true }).locator("button:has(time)").first().click();
    const layer = page.getByRole("dialog").last();
    const told = await layer.getByRole("definition").allTextContents();
    const [local, utc] = told.filter((text) => text !== "");
    await context.close();
    return { local, utc };
  };
  const tokyo = await read(
    "Asia/Tokyo",
    ADMIN_ROUTES.filter(([name]) => name !== "not-found"),
  );
  const york = await read("America/New_York", []);
  expect(tokyo.local).toMatch(/GMT\+9|JST|Tokyo/);
  expect(york.local).toMatch(/EST|EDT|GMT-[45]|New York/);
  expect(tokyo.local).not.toBe(york.local);
  expect(tokyo.utc).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import axe from "axe-core";
import { RULES } from "./checks/axe.ts";
import { expectNoClippedText, expectNoSidewaysScroll } from "./checks/layout.ts";

const WEB = join(import.meta.dirname, "../../apps/web");
const BUILT = join(import.meta.dirname, "../../test-results/stories");
const ORIGIN = "http://stories.test";
const VITE = "node_modules/vite/bin/vite.js build --config src/stories/vite.config.ts --logLevel error";

/** The rules that another theme or direction can break. */
const OF_LOOKS = {
  ...RULES,
  runOnly: ["color-contrast", "target-size", "scrollable-region-focusable"],
  rules: {},
};

test.use({ viewport: { width: 375, height: 800 } });

test.beforeAll(() => {
  test.setTimeout(90_000);
  const { status, stderr } = spawnSync(process.execPath, VITE.split(" "), { cwd: WEB, encoding: "utf8" });
  expect(status, stderr).toBe(0);
});

for (const [theme, direction, rules] of [
  ["light", "ltr", RULES],
  ["dark", "rtl", OF_LOOKS],
] as const) {
  test(`every story, ${theme} and ${direction}: no complaint, nothing that axe finds, nothing cut or over the edge of a phone`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.addInitScript({ content: axe.source });
    const addresses = await open(page, theme, direction);
    expect(addresses.length).toBeGreaterThan(100);
    for (const address of addresses) {
      await show(page, address);
      expect.soft(await violations(page, rules), address).toEqual([]);
      await expectNoSidewaysScroll(page, address);
      await expectNoClippedText(page, address);
      expect.soft(await sidewaysScrollers(page), address).toEqual([]);
      expect.soft(complaints.splice(0), address).toEqual([]);
    }
  });
}

test("from right to left, what goes by sides is mirrored and what is no sentence is not", async ({
  page,
}) => {
  await open(page, "light", "rtl");
  await page.emulateMedia({ reducedMotion: "no-preference" });

  await show(page, "ui/tooltip/AtTheEnd");
  const icon = await boxOf(page, "button");
  expect((await boxOf(page, "[data-base-ui-portal] [data-open]")).right, "a tooltip at the end").toBeLessThan(
    icon.left,
  );

  await show(page, "ui/tabs/LongText");
  await page.getByRole("tab").first().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab").nth(1), "the next tab").toBeFocused();

  await show(page, "ui/skeleton/LoadingAgain");
  const line = page.locator("main [dir=ltr] > div");
  await line.evaluate((element) => {
    for (const animation of element.getAnimations()) Object.assign(animation, { currentTime: 0 }).pause();
  });
  expect((await boxOf(page, "main [dir=ltr] > div")).left, "a line of progress begins").toBeGreaterThan(300);

  await show(page, "ui/json-view/Request");
  const [copy, first] = [await boxOf(page, "figure button"), await boxOf(page, "pre span")];
  expect(copy.left, "the button is beside the text").toBeGreaterThan(first.right);

  await show(page, "ui/toaster/Done");
  await expect(page.locator("[data-sonner-toaster]"), "toasts").toHaveAttribute("data-x-position", "left");

  await show(page, "findings/finding-item/WithSuggestion");
  await expect(page.locator("main li svg").first(), "an arrow").toHaveCSS("rotate", "180deg");

  for (const [address, machine] of [
    ["ui/copy-field/Plain", "textarea"],
    ["ui/copy-text/Plain", "code"],
    ["ui/breadcrumbs/LongText", "[aria-current] span"],
  ] as const) {
    await show(page, address);
    await expect(page.locator(`main ${machine}`), address).toHaveCSS("direction", "ltr");
  }
});

test("an event that could not be read is not said to be on its way", async ({ page }) => {
  await open(page, "light", "ltr");
  for (const state of ["Failed", "Gone"]) {
    await show(page, `activity/event-sheet/${state}`);
    await expect(page.getByRole("heading", { level: 2 })).toHaveText("Event");
  }
});

/** Opens the stories in a look; they are told by their addresses. */
async function open(page: Page, theme: "light" | "dark", direction: "ltr" | "rtl"): Promise<string[]> {
  await page.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ path: join(BUILT, new URL(route.request().url()).pathname) }),
  );
  await page.goto(`${ORIGIN}/story.html?theme=${theme}&dir=${direction}`);
  return page.getByRole("link").allTextContents();
}

/** Goes to a story within the page, and waits until it stands still. */
function show(page: Page, address: string): Promise<void> {
  return page.evaluate(async (address) => {
    const drawn = new Promise((done) =>
      addEventListener("hashchange", () => setTimeout(done), { once: true }),
    );
    window.location.hash = address;
    await drawn;
    // A layer is placed, and begins to appear, a frame after it is there.
    for (let seen = 0; seen !== layers() || document.querySelector("[data-starting-style]"); ) {
      seen = layers();
      await new Promise(requestAnimationFrame);
    }
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled([document.fonts.ready, ...ending.map((one) => one.finished)]);

    function layers(): number {
      return document.querySelectorAll("[data-base-ui-portal]").length;
    }
  }, address);
}

/** What axe finds. It stays in the page: brought anew for each story it would cost more than the stories. */
function violations(page: Page, rules: typeof RULES | typeof OF_LOOKS): Promise<string[]> {
  return page.evaluate(
    async (options) => {
      const { run }: typeof axe = Reflect.get(window, "axe");
      const { violations } = await run(options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
      );
    },
    { ...rules, resultTypes: ["violations" as const] },
  );
}

/** Boxes that are scrolled sideways to be read; tabs are no text, and may. */
function sidewaysScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *:not([role=tablist],nav,input)")]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .filter((element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

function boxOf(page: Page, selector: string): Promise<{ left: number; right: number }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().toJSON());
}

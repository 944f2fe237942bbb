import type { Page } from "@playwright/test";
import { expect, test } from "../src/fixtures.ts";
import { loaded } from "./checks/loaded.ts";

/** What has the focus, and what is wrong with how it is seen; nothing when all is well. */
function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    await Promise.allSettled(
      document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? one.finished : [])),
    );
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const named = `${element.tagName} “${(element.textContent || element.getAttribute("aria-label") || "").slice(0, 40)}”`;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return `${named} has no ring`;
    const ring = document.body.appendChild(document.createElement("i"));
    ring.style.color = "var(--ring)";
    const expected = getComputedStyle(ring).color;
    ring.remove();
    if (outlineColor !== expected) return `${named} has a ring of ${outlineColor}`;
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = [left + width / 2, top + Math.min(height / 2, 12)] as const;
    const over = document.elementFromPoint(...at);
    const seen = over && (element.contains(over) || over.contains(element) || over.closest("label"));
    return seen ? null : `${named} is under ${over?.outerHTML.slice(0, 80)}`;
  });
}

for (const [name, path] of [
  ["users", "/access/users"],
  ["teams", "/access/teams"],
  ["provisioning", "/settings/security/provisioning"],
  ["activity", "/settings/security/provisioning/activity"],
  ["check", "/settings/security/provisioning/check"],
  ["sso", "/settings/security/sso"],
] as const) {
  test(`#11 ${name}: at every stop of the keyboard, there and back, the focus has a ring and lies under nothing`, async ({
    admin,
    company: _,
  }) => {
    await admin.setViewportSize({ width: 1280, height: 600 });
    await admin.emulateMedia({ reducedMotion: "reduce" });
    await admin.goto(path);
    await loaded(admin);
    const faults = new Set<string>();
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let stop = 0; stop < 60; stop += 1) {
        await admin.keyboard.press(key);
        const fault = await focusFault(admin);
        if (fault) faults.add(fault);
      }
    }
    expect([...faults]).toEqual([]);
  });
}

test("#12 the first stop of the keyboard is a link past the navigation, and it works", async ({
  admin,
  company: _,
}) => {
  await admin.goto("/access/users");
  await loaded(admin);
  await admin.keyboard.press("Tab");
  await expect(admin.locator(":focus")).toHaveText("Skip to content");
  await admin.keyboard.press("Enter");
  await admin.keyboard.press("Tab");
  const inside = await admin.evaluate(() => document.querySelector("main")?.contains(document.activeElement));
  expect(inside).toBe(true);
});

test("#12 no single key does anything once the shortcut is switched off", async ({ admin, company: _ }) => {
  const slash = admin.getByRole("switch", { name: "Slash focuses the search" });
  const turn = async (on: boolean) => {
    await admin.goto("/account/keyboard");
    await loaded(admin);
    await slash.click();
    await expect(slash).toBeChecked({ checked: on });
    await expect(slash).not.toHaveAttribute("aria-busy", "true");
  };
  await turn(false);
  try {
    await admin.goto("/access/users");
    await loaded(admin);
    const before = admin.url();
    for (const key of ["/", "?", ".", ..."abcdefghijklmnopqrstuvwxyz0123456789"])
      await admin.keyboard.press(key);
    await expect(admin.locator("body")).toBeFocused();
    await expect(admin.getByRole("dialog")).toHaveCount(0);
    expect(admin.url()).toBe(before);
  } finally {
    await turn(true);
  }
  await admin.goto("/access/users");
  await loaded(admin);
  await admin.keyboard.press("/");
  await expect(admin.getByRole("searchbox")).toBeFocused();
});

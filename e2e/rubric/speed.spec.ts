import { gzipSync } from "node:zlib";
import { expect, test } from "../src/fixtures.ts";
import { FRESH_MS } from "../src/harness/fresh.ts";
import { audit, type Report } from "./checks/lighthouse.ts";
import { loaded } from "./checks/loaded.ts";

const KB = 1000;
const TRIES = 3;

function isQuick({ performance, largestPaintMs, blockedMs }: Report): boolean {
  return performance >= 90 && largestPaintMs <= 2000 && blockedMs <= 200;
}

/** The first report that is quick, else the last: another program on the machine can slow a page, and none can speed it. */
async function quickest(url: string, cookie: string | undefined): Promise<Report> {
  let report = await audit(url, cookie);
  for (let tries = 1; tries < TRIES && !isQuick(report); tries += 1) report = await audit(url, cookie);
  return report;
}

for (const [name, path] of [
  ["sign-in", "/login"],
  ["provisioning", "/settings/security/provisioning"],
  ["users", "/access/users"],
  ["teams", "/access/teams"],
] as const) {
  test(`#5 #39 Lighthouse on ${name}: accessible, well made and fast`, { tag: "@alone" }, async ({
    site,
    company: _,
  }) => {
    test.setTimeout(180_000);
    const report = await quickest(site.product.origin + path, name === "sign-in" ? undefined : site.cookie);
    const { lost, ...figures } = report;
    process.stdout.write(`lighthouse ${name}: ${JSON.stringify(figures)}\n`);
    expect.soft(report.accessibility, lost.join(", ")).toBe(100);
    expect.soft(report.bestPractices, lost.join(", ")).toBeGreaterThanOrEqual(95);
    expect.soft(isQuick(report), JSON.stringify(figures)).toBe(true);
    expect.soft(report.layoutShift).toBeLessThanOrEqual(0.05);
  });
}

test("#39 sign-in loads at most 200 kB of scripts", async ({ page, site }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto(`${site.product.origin}/login`);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await page.waitForLoadState("load");
  const bodies = await Promise.all(scripts);
  expect(bodies.length).toBeGreaterThan(2);
  expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThanOrEqual(200 * KB);
});

test("#39 nothing is asked while the tab is hidden, and at once when it is seen again", async ({
  admin,
  company: _,
}) => {
  await admin.goto("/access/users");
  await loaded(admin);
  const asked: number[] = [];
  admin.on("request", (request) => {
    if (request.url().includes("/api/console/")) asked.push(Date.now());
  });
  await expect.poll(() => asked.length, { timeout: 8000 }).toBeGreaterThan(0);
  const show = (state: DocumentVisibilityState) =>
    admin.evaluate((visibility) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibility });
      Object.defineProperty(document, "hidden", { configurable: true, get: () => visibility === "hidden" });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, state);
  await show("hidden");
  await admin.waitForTimeout(500);
  const before = asked.length;
  await admin.waitForTimeout(6000);
  expect(asked.length).toBe(before);
  await show("visible");
  await expect.poll(() => asked.length, { timeout: FRESH_MS }).toBeGreaterThan(before);
});

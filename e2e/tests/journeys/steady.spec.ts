import { loaded } from "../../rubric/checks/loaded.ts";
import { expect, test } from "../../src/fixtures.ts";

for (const path of [
  "/access/users",
  "/access/teams",
  "/settings/security/provisioning",
  "/settings/security/provisioning/activity",
  "/settings/security/sso",
]) {
  test(`${path}: nothing moves up or down while the page comes alive`, async ({ admin, company: _ }) => {
    // Its fonts are in the browser by then: what a first visit draws until they come is measured alike, not to the pixel.
    await admin.goto("/account/keyboard");
    await loaded(admin);
    const client = await admin.context().newCDPSession(admin);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 2 });
    await admin.addInitScript(watchShifts);
    await admin.goto(path);
    await loaded(admin);
    await admin.waitForLoadState("networkidle");
    await client.detach();
    expect(await admin.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
  });
}

/**
 * In the page: notes in `shifts` what moved up or down once the page was read whole, without anyone having asked for it. A
 * time that counts on widens its own line, and no more.
 */
function watchShifts() {
  const shifts: string[] = [];
  let whole = Number.POSITIVE_INFINITY;
  document.addEventListener("DOMContentLoaded", () => {
    whole = performance.now();
  });
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.startTime < whole) continue;
      const sources = "sources" in entry && Array.isArray(entry.sources) ? entry.sources : [];
      for (const { node, previousRect, currentRect } of sources) {
        if (previousRect.top === currentRect.top) continue;
        const name = node instanceof Element ? node.outerHTML.slice(0, 120) : node?.nodeName;
        shifts.push(`${name} from ${previousRect.top} to ${currentRect.top}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}

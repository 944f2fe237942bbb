import { expect, type Page } from "@playwright/test";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const NEAR = 8;

/** What came is where its shape was, within 8 pixels. */
export function expectGeometry(came: Box | null, shape: Box | null): void {
  if (!came || !shape) throw new Error("Nothing to compare");
  for (const side of ["x", "y", "width", "height"] as const) {
    const apart = Math.abs(came[side] - shape[side]);
    expect.soft(apart, `${side}: ${came[side]} against ${shape[side]}`).toBeLessThanOrEqual(NEAR);
  }
}

/** From the next page on, adds up what moves without being asked. */
export async function watchLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, "hadRecentInput") === false) sum += Number(Reflect.get(entry, "value"));
      }
      Reflect.set(window, "layoutShift", sum);
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The cumulative layout shift of the page so far. */
export async function layoutShift(page: Page): Promise<number> {
  return Number(await page.evaluate(() => Reflect.get(window, "layoutShift") ?? 0));
}

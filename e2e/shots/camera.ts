import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { WIDTHS } from "../rubric/checks/layout.ts";
import { loaded } from "../rubric/checks/loaded.ts";
import { addSession } from "../src/harness/browser.ts";
import type { Product } from "../src/harness/product.ts";

const OUT = fileURLToPath(new URL("../../screenshots/", import.meta.url));
const THEMES = ["light", "dark"] as const;

export interface Shot {
  readonly name: string;
  readonly path: string;
  /** What to do on the page before the picture: open a dialog, for one. */
  readonly arrange?: (page: Page) => Promise<unknown>;
  /** Of the window alone: what lies over a page is in sight there. */
  readonly window?: boolean;
  /** Of the page while it waits for its data. */
  readonly loading?: boolean;
}

/** Photographs each page, light and dark, at three widths, into `screenshots/`. With `cookie`, as whom it signs in. */
export async function shoot(
  browser: Browser,
  product: Product,
  shots: readonly Shot[],
  cookie?: string,
): Promise<void> {
  await mkdir(OUT, { recursive: true });
  for (const colorScheme of THEMES) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        baseURL: product.origin,
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      if (cookie) await addSession(context, product.origin, cookie);
      const page = await context.newPage();
      for (const shot of shots) {
        await take(page, shot, `${OUT}${shot.name}-${width}-${colorScheme}.png`);
      }
      await context.close();
    }
  }
}

async function take(page: Page, { path, arrange, window, loading }: Shot, file: string): Promise<void> {
  if (loading) {
    await page.goto(path, { waitUntil: "commit" });
    await page.locator("main [aria-busy=true]").first().waitFor();
  } else {
    await page.goto(path);
    await loaded(page);
  }
  await arrange?.(page);
  await page.waitForTimeout(250);
  await page.screenshot({ path: file, fullPage: !(window ?? arrange !== undefined) });
}

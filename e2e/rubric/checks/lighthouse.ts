import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";
import { CHROMIUM_FLAGS, findChromium } from "../../src/harness/chromium.ts";
import { freePort } from "../../src/harness/port.ts";

/** Scores from 0 to 100 and the three figures of speed that they rest on; `lost` names what took points away. */
export interface Report {
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly performance: number;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly layoutShift: number;
  readonly lost: readonly string[];
}

/** Lighthouse, as for a desktop, in a browser of its own. `cookie` signs it in. */
export async function audit(url: string, cookie?: string): Promise<Report> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
  });
  try {
    const flags = {
      port,
      logLevel: "error" as const,
      onlyCategories: ["accessibility", "best-practices", "performance"],
      disableFullPageScreenshot: true,
      ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
    };
    const lhr = (await lighthouse(url, flags, desktopConfig))?.lhr;
    if (!lhr) throw new Error(`Lighthouse said nothing about ${url}`);
    const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
    const figure = (id: string) => lhr.audits[id]?.numericValue ?? Number.NaN;
    return {
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      performance: score("performance"),
      largestPaintMs: figure("largest-contentful-paint"),
      blockedMs: figure("total-blocking-time"),
      layoutShift: figure("cumulative-layout-shift"),
      lost: Object.values(lhr.audits)
        .filter(({ score: each, scoreDisplayMode }) => scoreDisplayMode === "binary" && each === 0)
        .map(({ id, title }) => `${id}: ${title}`),
    };
  } finally {
    await browser.close();
  }
}

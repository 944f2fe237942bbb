import type { Page } from "@playwright/test";

/** A text and its ground, as tokens of the style sheet, and the contrast that they need. */
export type Pair = readonly [text: string, ground: string, least: number];

/**
 * Pairs whose contrast by the formula of WCAG 2 is too small in the theme of the page.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function poorPairs(page: Page, pairs: readonly Pair[]): Promise<string[]> {
  return page.evaluate((all) => {
    const style = getComputedStyle(document.documentElement);
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!canvas) throw new Error("No canvas");
    return all.flatMap(([text, ground, least]) => {
      const ratio = contrast(luminance(text), luminance(ground));
      return ratio >= least ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)} < ${least}`];
    });

    function contrast(a: number, b: number): number {
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
    function luminance(token: string): number {
      const value = style.getPropertyValue(token).trim();
      if (!value || !canvas) throw new Error(`${token} is no colour`);
      canvas.fillStyle = value;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    }
    function linear(byte: number): number {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }
  }, pairs);
}

const STATUSES = ["ok", "warn", "bad", "info", "waiting", "off"] as const;
const GROUNDS = ["--surface", "--canvas", "--muted"] as const;

/** Every pair that the console uses: words 4.5, icons and borders of controls and the ring of the focus 3. */
export const PAIRS: readonly Pair[] = [
  ...STATUSES.map((status): Pair => [`--${status}`, `--${status}-bg`, 4.5]),
  ...STATUSES.flatMap((status) => GROUNDS.map((ground): Pair => [`--${status}`, ground, 3])),
  ...GROUNDS.flatMap((ground): Pair[] => [
    ["--foreground", ground, 4.5],
    ["--muted-foreground", ground, 4.5],
    ["--primary", ground, 4.5],
    ["--input", ground, 3],
    ["--ring", ground, 3],
  ]),
  ["--on-primary", "--primary", 4.5],
  ["--on-primary", "--primary-hover", 4.5],
  ["--on-danger", "--danger", 4.5],
  ["--on-danger", "--danger-hover", 4.5],
];

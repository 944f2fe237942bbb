import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { text: ["13"], radius: ["card", "dialog"], shadow: ["layer"] } },
});

/** Joins class names; where two set the same property, the later one wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}

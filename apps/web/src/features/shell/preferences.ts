import { z } from "zod";

/** How high the rows of tables are. */
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** What a person chose for themselves. Unknown keys belong to other pages and are kept when these are written. */
export const Preferences = z.object({
  slashFocusesSearch: z.boolean().default(true),
  /** Columns switched off, by table. */
  hiddenColumns: z.record(z.string(), z.array(z.string())).default({}),
  density: z.enum(DENSITIES).default("comfortable"),
});
export type Preferences = z.infer<typeof Preferences>;

/** Reads stored preferences; what cannot be read counts as never chosen. */
export function readPreferences(stored: unknown): Preferences {
  const parsed = Preferences.safeParse(stored ?? {});
  return parsed.success ? parsed.data : Preferences.parse({});
}

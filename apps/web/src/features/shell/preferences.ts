import { z } from "zod";

/** What a person chose for themselves. Unknown keys belong to other pages and are kept when these are written. */
export const Preferences = z.object({
  slashFocusesSearch: z.boolean().default(true),
  /** Columns switched off, by table. */
  hiddenColumns: z.record(z.string(), z.array(z.string())).default({}),
});
export type Preferences = z.infer<typeof Preferences>;

/** Reads stored preferences; what cannot be read counts as never chosen. */
export function readPreferences(stored: unknown): Preferences {
  const parsed = Preferences.safeParse(stored ?? {});
  return parsed.success ? parsed.data : Preferences.parse({});
}

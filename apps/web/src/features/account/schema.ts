import { z } from "zod";
import { DENSITIES } from "~/features/shell/preferences.ts";

const moment = z.iso.datetime();

export const OwnSession = z.object({
  id: z.uuid(),
  method: z.string(),
  createdAt: moment,
  lastSeenAt: moment,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** The session of this very browser. */
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;
export const OwnSessions = z.object({ sessions: z.array(OwnSession) });

export const Ended = z.object({ ended: z.number() });

export const PasswordInput = z.object({
  current: z.string().min(1).max(1024),
  next: z.string().min(1).max(1024),
});

const columns = z.array(z.string().max(40)).max(40);
export const PreferencesInput = z
  .object({
    slashFocusesSearch: z.boolean(),
    hiddenColumns: z
      .record(z.string().max(40), columns.readonly())
      .refine((by) => Object.keys(by).length <= 20),
    density: z.enum(DENSITIES),
  })
  .partial();

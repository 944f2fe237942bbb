import { z } from "zod";

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

export const PreferencesInput = z.object({ slashFocusesSearch: z.boolean() }).partial();

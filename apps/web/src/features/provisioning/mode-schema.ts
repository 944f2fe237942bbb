import { z } from "zod";

export const Mode = z.enum(["scim", "jit", "invite"]);
export type Mode = z.infer<typeof Mode>;

export const ModeView = z.object({
  mode: Mode,
  scimEnabled: z.boolean(),
  ssoEnabled: z.boolean(),
  people: z.object({ scim: z.number(), sso: z.number(), local: z.number() }),
  openInvites: z.number(),
});
export type ModeView = z.infer<typeof ModeView>;

export const ModeInput = z.object({ mode: Mode });

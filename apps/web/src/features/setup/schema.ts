import { z } from "zod";

/** The set-up form. What a password must be beyond its length is decided on the server. */
export const SetupInput = z.object({
  organization: z.string().trim().min(1).max(120),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(320),
  password: z.string().min(1).max(1024),
  code: z.string().min(1).max(200),
});
export type SetupInput = z.infer<typeof SetupInput>;

import { z } from "zod";

const moment = z.iso.datetime();
export const Role = z.enum(["member", "admin"]);

export const Invite = z.object({
  id: z.uuid(),
  email: z.string(),
  role: Role,
  createdAt: moment,
  createdByName: z.string(),
  expiresAt: moment,
  expired: z.boolean(),
});
export type Invite = z.infer<typeof Invite>;
export const Invites = z.object({ invites: z.array(Invite), mail: z.boolean() });

export const InviteInput = z.object({ email: z.email().max(320), role: Role, mail: z.boolean() });
export type InviteInput = z.infer<typeof InviteInput>;

/** The link is told once, to whoever invites. */
export const InviteLink = z.object({ link: z.string(), mailed: z.boolean(), expiresAt: moment });
export type InviteLink = z.infer<typeof InviteLink>;

export const TokenInput = z.object({ token: z.string().min(1).max(200) });
export const InviteView = z.object({
  email: z.string(),
  organization: z.string(),
  slug: z.string(),
  ssoRequired: z.boolean(),
});
export type InviteView = z.infer<typeof InviteView>;

export const AcceptInput = TokenInput.extend({
  name: z.string().trim().min(1).max(120),
  password: z.string().min(1).max(1024).optional(),
});
export const Accepted = z.object({ next: z.string() });

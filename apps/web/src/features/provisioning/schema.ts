import { MEDIA_TYPES, OPERATION_KINDS, PROVIDERS } from "@rollcall/directory/connection/options";
import { CONNECTION_STATES } from "@rollcall/directory/connection/state";
import { z } from "zod";
import { moment } from "~/lib/moment.ts";

const tokenSchema = z.object({
  id: z.string(),
  last4: z.string(),
  createdAt: moment,
  createdByName: z.string(),
  firstUsedAt: moment.nullable(),
  lastUsedAt: moment.nullable(),
  lastUsedIp: z.string().nullable(),
});
export type TokenData = z.output<typeof tokenSchema>;

const formerTokenSchema = z.object({
  last4: z.string(),
  retiredAt: moment,
  retiredByName: z.string().nullable(),
  validUntil: moment.nullable(),
  lastUsedAt: moment.nullable(),
  refused: z.number(),
  firstRefusedAt: moment.nullable(),
  lastRefusedAt: moment.nullable(),
});

/** What `GET /api/console/provisioning` answers. The secret of a token is in none of it. */
export const overviewSchema = z.object({
  state: z.enum(CONNECTION_STATES),
  turnedAway: z.number(),
  connection: z.object({
    mode: z.enum(["scim", "jit", "invite"]),
    enabled: z.boolean(),
    provider: z.enum(PROVIDERS),
    enabledAt: moment.nullable(),
    enabledByName: z.string().nullable(),
    pausedAt: moment.nullable(),
    pausedByName: z.string().nullable(),
    retentionDays: z.number(),
    sso: z.boolean(),
  }),
  tokens: z.object({
    current: tokenSchema.nullable(),
    former: formerTokenSchema.nullable(),
    verifiedAt: moment.nullable(),
  }),
  traffic: z.object({
    lastRequestAt: moment.nullable(),
    lastChangeAt: moment.nullable(),
    rejected: z.number(),
    authFailed: z.number(),
  }),
  counts: z.object({
    people: z.number(),
    activePeople: z.number(),
    teams: z.number(),
    firstPersonAt: moment.nullable(),
    firstTeamAt: moment.nullable(),
  }),
  groups: z.object({ people: z.number(), withGroups: z.number() }),
  operations: z.object({
    partial: z.boolean(),
    operations: z
      .array(z.object({ kind: z.enum(OPERATION_KINDS), count: z.number(), lastAt: moment.nullable() }))
      .readonly(),
  }),
});
export type OverviewData = z.output<typeof overviewSchema>;

export const enabledSchema = z.object({ enabled: z.boolean() });

/** What generating and regenerating answer: the only time that the secret leaves the server. */
export const issuedTokenSchema = z.object({ token: z.string(), last4: z.string(), createdAt: moment });
export type IssuedTokenData = z.output<typeof issuedTokenSchema>;

export const OVERLAP_HOURS = [0, 1, 24] as const;
export type OverlapHours = (typeof OVERLAP_HOURS)[number];
export const regenerateSchema = z.object({ overlapHours: z.literal(OVERLAP_HOURS).default(0) });

const settings = z.object({
  strict: z.boolean(),
  strictNames: z.boolean(),
  honourGroups: z.boolean(),
  linkMembers: z.boolean(),
  mediaType: z.enum(MEDIA_TYPES),
  provider: z.enum(PROVIDERS),
  retentionDays: z.number().int().min(1).max(3650),
  mailAdmins: z.boolean(),
});

/**
 * `updatedAt` names the state that a change starts from; a change from an older one is refused. `mailServer` says whether
 * mails can be sent at all.
 */
export const settingsSchema = settings.extend({ updatedAt: moment, mailServer: z.boolean() });
export type SettingsData = z.output<typeof settingsSchema>;

export const settingsChangeSchema = z.object({
  seenAt: z.iso.datetime(),
  change: settings.partial().refine((change) => Object.keys(change).length > 0, "Name a setting to change."),
});
export type SettingsChange = z.input<typeof settingsChangeSchema>["change"];

import { VOICES } from "@rollcall/directory/explain/provider";
import { TEAM_HEALTHS } from "@rollcall/directory/teams/team";
import { TEAM_PRESETS, TEAM_SORTS } from "@rollcall/directory/teams/teams-query";
import { z } from "zod";
import { moment } from "~/lib/moment.ts";
import { searchText } from "~/lib/search-text.ts";

export const teamParams = z.object({ id: z.uuid() });
const role = z.enum(["admin", "member"]);
const source = z.enum(["scim", "manual"]);

export const teamsFilterSchema = z.object({
  q: searchText.default(""),
  preset: z.enum(TEAM_PRESETS).default("all"),
});

export const teamsQuerySchema = teamsFilterSchema.extend({
  sort: z.enum(TEAM_SORTS).default("name"),
  desc: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(25),
});

export const teamRowSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  source,
  grantsRole: role.nullable(),
  memberCount: z.number(),
  lastTouchedAt: moment.nullable(),
  keptUntil: moment.nullable(),
  health: z.enum(TEAM_HEALTHS),
  evidence: z.object({
    emptySince: moment.nullable(),
    updatedWithout: z.number(),
    eventId: z.string().nullable(),
    reason: z.string().nullable(),
  }),
});
export type TeamRow = z.output<typeof teamRowSchema>;

export const teamsPageSchema = z.object({
  teams: z.array(teamRowSchema).readonly(),
  total: z.number(),
  /** How many teams stand behind each preset. */
  counts: z.object({ all: z.number(), scim: z.number(), manual: z.number(), stale: z.number() }),
  /** People with a `groups` value among those sent last, and how many were ever sent: says why there are no teams. */
  groups: z.object({ people: z.number(), withGroups: z.number(), sent: z.number() }),
  provider: z.string(),
  /** In whose labels sentences speak: `{voice, select, …}`. */
  voice: z.enum(VOICES),
});
export type TeamsPage = z.output<typeof teamsPageSchema>;

export const teamSchema = teamRowSchema.extend({
  externalId: z.string().nullable(),
  version: z.number(),
  createdAt: moment,
  lastNonEmptyAt: moment.nullable(),
  keptByName: z.string().nullable(),
  synced: z.boolean(),
  through: z.object({ group: z.number(), attribute: z.number(), manual: z.number() }),
});
export type Team = z.output<typeof teamSchema>;

export const teamOriginSchema = z.object({
  firstSeen: moment,
  last: z
    .object({
      eventId: z.string(),
      at: moment,
      method: z.string(),
      path: z.string(),
      through: z.enum(["group", "attribute"]),
      subject: z.string().nullable(),
    })
    .nullable(),
  carriers: z.number(),
});
export type TeamOrigin = z.output<typeof teamOriginSchema>;

export const teamDetailSchema = z.object({
  team: teamSchema,
  origin: teamOriginSchema,
  provider: z.string(),
});
export type TeamDetail = z.output<typeof teamDetailSchema>;

export const membersQuery = z.object({
  q: searchText.default(""),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(25),
});

export const teamMemberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  active: z.boolean(),
  source: z.enum(["scim", "local", "sso"]),
  role,
  recovery: z.boolean(),
  channels: z.array(z.enum(["group", "attribute", "manual"])).readonly(),
  since: moment,
});
export type TeamMember = z.output<typeof teamMemberSchema>;
export const membersPageSchema = z.object({
  members: z.array(teamMemberSchema).readonly(),
  total: z.number(),
});

export const teamOptionsQuery = z.object({ q: searchText.default(""), id: z.uuid().optional() });
export const teamOptionsSchema = z.object({
  teams: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
});

/** The name rule of teams, said before anyone breaks it. */
export const teamName = z.string().regex(/^[A-Za-z0-9_-]{1,36}$/);
const description = z.string().trim().max(500);

export const createTeamBody = z.object({ name: z.string().max(200), description: description.optional() });
export const createTeamReply = z.object({ id: z.string() });
const teamFields = z.object({
  name: z.string().max(200).optional(),
  description: description.nullable().optional(),
  grantsRole: role.nullable().optional(),
});
/** What to change, and what stood there when the editor began. */
export const editTeamBody = z.object({ edit: teamFields, seen: teamFields });
export const editTeamReply = z.object({ changed: z.boolean() });
export const memberIdsBody = z.object({ userIds: z.array(z.uuid()).min(1).max(500) });
export const membershipReply = z.object({ changed: z.number() });
export const handOverReply = z.object({ members: z.number() });
export const keepReply = z.object({ until: moment });

export const impactSchema = z.object({
  displayName: z.string(),
  memberCount: z.number(),
  members: z.array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable() })).readonly(),
  grantsRole: role.nullable(),
  losingAdmin: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  mayReturn: z.boolean(),
  typed: z.boolean(),
});
export type Impact = z.output<typeof impactSchema>;

export const deleteTeamBody = z.object({ confirmation: z.string().max(200).optional() });
export const deletionSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  undoUntil: moment,
  auditId: z.string(),
});
export type Deletion = z.output<typeof deletionSchema>;
export const deleteStaleBody = z.object({
  ids: z.array(z.uuid()).min(1).max(200),
  confirmation: z.string().max(200),
});
export const deleteStaleReply = z.object({ deleted: z.array(deletionSchema).readonly() });
export const restoredReply = z.object({ displayName: z.string(), members: z.number(), missing: z.number() });

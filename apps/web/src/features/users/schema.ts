import { PEOPLE_SORTS, PEOPLE_STATUSES, PERSON_SOURCES } from "@rollcall/directory/people/people-query";
import { z } from "zod";
import { moment } from "~/lib/moment.ts";
import { searchText } from "~/lib/search-text.ts";

export const roleSchema = z.enum(["admin", "member"]);
export const sourceSchema = z.enum(PERSON_SOURCES);
export const channelSchema = z.enum(["group", "attribute", "manual"]);

export const personParams = z.object({ id: z.uuid() });

export const peopleFilterSchema = z.object({
  q: searchText.default(""),
  status: z.enum(PEOPLE_STATUSES).default("active"),
  source: sourceSchema.optional(),
  team: z.uuid().optional(),
  problem: z.stringbool().default(false),
});

/** The current filter, or the people who are selected. */
export const peopleExportSchema = peopleFilterSchema.extend({
  ids: z.array(z.uuid()).min(1).max(100).optional(),
});

export const peopleQuerySchema = peopleFilterSchema.extend({
  sort: z.enum(PEOPLE_SORTS).default("name"),
  desc: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(25),
});

const problemSchema = z.object({ eventId: z.string(), reason: z.string().nullable() });

export const personRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  userName: z.string(),
  externalId: z.string().nullable(),
  active: z.boolean(),
  deactivatedBy: z.string().nullable(),
  deactivatedAt: moment.nullable(),
  source: sourceSchema,
  role: roleSchema,
  recovery: z.boolean(),
  lastProvisionedAt: moment.nullable(),
  lastSignInAt: moment.nullable(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  teamCount: z.number(),
  problem: problemSchema.nullable(),
});
export type PersonRow = z.output<typeof personRowSchema>;

export const peoplePageSchema = z.object({
  people: z.array(personRowSchema).readonly(),
  total: z.number(),
  hiddenDeactivated: z.number(),
  /** What the identity provider is called in a sentence. */
  provider: z.string(),
});
export type PeoplePage = z.output<typeof peoplePageSchema>;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().nullable(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  userName: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  active: z.boolean(),
  deactivatedAt: moment.nullable(),
  deactivatedBy: z.string().nullable(),
  source: sourceSchema,
  scimState: z.enum(["none", "live", "deleted"]),
  givenRole: roleSchema.nullable(),
  role: roleSchema,
  recovery: z.boolean(),
  hasPassword: z.boolean(),
  attributes: z.record(z.string(), z.unknown()),
  receivedGroups: z.array(z.string()).readonly().nullable(),
  receivedGroupsAt: moment.nullable(),
  createdAt: moment,
  lastProvisionedAt: moment.nullable(),
  lastSignInAt: moment.nullable(),
  problem: problemSchema.extend({ at: moment }).nullable(),
});
export type Person = z.output<typeof personSchema>;

export const personTeamSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  name: z.string(),
  source: z.enum(["scim", "manual"]),
  grantsRole: roleSchema.nullable(),
  channels: z.array(channelSchema).readonly(),
  since: moment,
});

export const writingRequestSchema = z.object({
  eventId: z.string(),
  at: moment,
  operation: z.string(),
  method: z.string(),
});
export type WritingRequest = z.output<typeof writingRequestSchema>;

export const provenanceSchema = z.object({
  changed: z.array(writingRequestSchema.extend({ attribute: z.string() })).readonly(),
  /** The request that created the person, and with them everything that was not changed since. */
  created: writingRequestSchema.nullable(),
});

export const signInMatchSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("matched"),
    id: z.string(),
    at: moment,
    nameId: z.string(),
    matchedBy: z.string(),
  }),
  z.object({
    kind: z.literal("refused"),
    id: z.string(),
    at: moment,
    nameId: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("mismatch"),
    id: z.string(),
    at: moment,
    nameId: z.string(),
    attribute: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal("never") }),
]);
export type SignInMatch = z.output<typeof signInMatchSchema>;

export const linkSchema = z.object({
  refused: z
    .object({
      eventId: z.string(),
      at: moment,
      userName: z.string().nullable(),
      externalId: z.string().nullable(),
    })
    .nullable(),
  people: z
    .array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable(), userName: z.string() }))
    .readonly(),
});
export type LinkCandidates = z.output<typeof linkSchema>;

export const personDetailSchema = z.object({
  person: personSchema,
  teams: z.array(personTeamSchema).readonly(),
  /** The last body that could carry groups: `absent`, `empty`, or how many it carried. */
  lastPayload: z.object({ eventId: z.string(), at: moment, groupsValue: z.string() }).nullable(),
  origins: provenanceSchema,
  sessions: z
    .array(
      z.object({
        id: z.string(),
        method: z.string(),
        createdAt: moment,
        lastSeenAt: moment,
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
      }),
    )
    .readonly(),
  signIn: signInMatchSchema,
  /** For accounts that no identity provider sent. */
  link: linkSchema.nullable(),
  provider: z.string(),
  /** Whether this is the person who reads it. */
  self: z.boolean(),
});
export type PersonDetail = z.output<typeof personDetailSchema>;

export const roleBody = z.object({ role: roleSchema.nullable(), seen: roleSchema.nullable() });
export const recoveryBody = z.object({ recovery: z.boolean() });
export const linkBody = z.object({ provisionedId: z.uuid().optional() });
export const linkReply = z.object({ userId: z.string() });
export const changedReply = z.object({ changed: z.boolean() });
export const deactivatedReply = changedReply.extend({ endedSessions: z.number() });
export const deletedReply = z.object({ name: z.string() });
export const sessionsEndedReply = z.object({ ended: z.number() });

export const bulkDeactivateBody = z.object({ ids: z.array(z.uuid()).min(1).max(100) });
export const bulkDeactivateReply = z.object({
  deactivated: z.number(),
  /** Names of those who were not, with the reason. */
  refused: z.array(z.object({ id: z.string(), message: z.string() })),
});

import { ACTIVITY_OUTCOMES, type ActivityOutcome } from "@rollcall/directory/explain/activity/filter";
import { z } from "zod";
import { sentenceSchema } from "~/features/explain/sentence-schema.ts";
import { identityText } from "~/lib/search-text.ts";

const moment = z.iso.datetime();

export const OUTCOMES = ACTIVITY_OUTCOMES;
export type Outcome = ActivityOutcome;

export const KINDS = ["person", "team", "connection"] as const;

/** `any`: everything that is kept. `custom`: between `from` and `to`. */
export const RANGES = ["any", "1h", "24h", "7d", "custom"] as const;
export type Range = (typeof RANGES)[number];

const outcome = z.enum(OUTCOMES);
const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const many = z
  .union([outcome, z.array(outcome)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

/** The filter as the console API takes it in a query string. */
export const filterQuerySchema = z.object({
  outcome: many.optional(),
  kind: z.enum(KINDS).optional(),
  q: identityText.optional(),
  reason: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .optional(),
  since: z.enum(RANGES).optional(),
  from: moment.optional(),
  to: moment.optional(),
  lookups: flag.optional(),
});

export type FilterQuery = z.output<typeof filterQuerySchema>;

export const listQuerySchema = filterQuerySchema.extend({ before: z.uuid().optional() });
export const newerQuerySchema = filterQuerySchema.extend({ after: z.uuid() });

/** What `POST /api/console/activity/export` takes. */
export const exportSchema = z.object({
  format: z.enum(["csv", "json"]),
  filter: filterQuerySchema.extend({ lookups: z.boolean().optional() }),
});

const eventSchema = z.object({
  kind: z.literal("event"),
  id: z.uuid(),
  at: moment,
  sentence: sentenceSchema,
  outcome,
  /** A look-up by which the identity provider tested the connection. */
  connectionTest: z.boolean(),
  /** The reason code and its title; null when it went as asked. */
  code: z.string().nullable(),
  reason: sentenceSchema.nullable(),
  /** Whom or what it was about, with a page when it is still here. */
  subject: z.string().nullable(),
  href: z.string().nullable(),
  externalId: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  token: z.string().nullable(),
  ip: z.string().nullable(),
  durationMs: z.number().nullable(),
  requestId: z.string(),
  count: z.number(),
});

export type EventRow = z.infer<typeof eventSchema>;

const actSchema = z.object({
  kind: z.literal("act"),
  id: z.uuid(),
  at: moment,
  actorName: z.string(),
  action: z.string(),
  targetName: z.string().nullable(),
});

export type ActRow = z.infer<typeof actSchema>;

const itemSchema = z.discriminatedUnion("kind", [eventSchema, actSchema]);
export type ActivityRow = z.infer<typeof itemSchema>;

/** What `GET /api/console/activity` answers. */
export const pageSchema = z.object({
  items: z.array(itemSchema).readonly(),
  next: z.uuid().nullable(),
  provider: z.string(),
  retentionDays: z.number(),
  /** How many look-ups the filter leaves out. */
  lookups: z.number(),
});
export type ActivityData = z.infer<typeof pageSchema>;

/** What `GET /api/console/activity/newer` answers. */
export const newerSchema = z.object({
  count: z.number(),
  lookups: z.number(),
  /** Rows that stand for several requests, with their number by now. */
  recounted: z.array(z.object({ id: z.uuid(), count: z.number() })).readonly(),
});

/** What `GET /api/console/activity/{id}` answers. */
export const eventViewSchema = z.object({
  event: eventSchema.extend({
    received: z.array(sentenceSchema).readonly(),
    likely: sentenceSchema.nullable(),
    steps: z.array(sentenceSchema).readonly(),
    suggestion: z.string().nullable(),
    scimType: z.string().nullable(),
    userAgent: z.string().nullable(),
    dialects: z.array(z.string()).readonly(),
    changes: z.array(z.object({ attribute: z.string(), before: z.unknown(), after: z.unknown() })).readonly(),
    request: z.unknown(),
    response: z.unknown(),
    /** Whether the request can be checked again: all of it but its secrets was kept. */
    checkable: z.boolean(),
  }),
  newer: z.uuid().nullable(),
  older: z.uuid().nullable(),
  provider: z.string(),
});

export type EventView = z.infer<typeof eventViewSchema>;

import { z } from "zod";
import { sentenceSchema } from "~/features/explain/sentence-schema.ts";

const moment = z.iso.datetime();

export const OUTCOMES = [
  "applied",
  "no_change",
  "rejected",
  "auth_failed",
  "server_error",
  "lookup",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const KINDS = ["person", "team", "connection"] as const;
export type Kind = (typeof KINDS)[number];

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
  q: z.string().max(320).optional(),
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
});

/** What `GET /api/console/activity/newer` answers. */
export const newerSchema = z.object({ count: z.number() });

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
  }),
  newer: z.uuid().nullable(),
  older: z.uuid().nullable(),
  provider: z.string(),
});

export type EventView = z.infer<typeof eventViewSchema>;

import { z } from "zod";
import { actionSchema, sentenceSchema } from "~/features/explain/sentence-schema.ts";
import { moment } from "~/lib/moment.ts";

export const findingSchema = z.object({
  key: z.string(),
  code: z.string(),
  severity: z.enum(["info", "warn", "bad"]),
  title: sentenceSchema,
  received: z.array(sentenceSchema).readonly(),
  likely: sentenceSchema.nullable(),
  steps: z.array(sentenceSchema).readonly(),
  count: z.number(),
  seen: sentenceSchema,
  firstAt: moment,
  lastAt: moment,
  resolvedAt: moment.nullable(),
  resolution: sentenceSchema.nullable(),
  href: z.string().nullable(),
  actions: z.array(actionSchema).readonly(),
  subjects: z
    .array(
      z.object({
        label: z.string(),
        kind: z.enum(["person", "team"]),
        id: z.string().nullable(),
        eventId: z.string().nullable(),
        value: z.string().nullable(),
        suggestion: z.string().nullable(),
        href: z.string(),
      }),
    )
    .readonly(),
});

export type FindingData = z.output<typeof findingSchema>;

const dismissedSchema = findingSchema.extend({ dismissedAt: moment, dismissedBy: z.string() });
export type DismissedData = z.output<typeof dismissedSchema>;

/** What `GET /api/console/findings` answers. */
export const findingsSchema = z.object({
  provider: z.string(),
  findings: z.array(findingSchema).readonly(),
  dismissed: z.array(dismissedSchema).readonly(),
});

export type FindingsData = z.output<typeof findingsSchema>;

/** What `POST /api/console/findings/dismiss` and `…/restore` take: the key of a finding, which begins with its reason. */
export const dismissalSchema = z.object({
  key: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+(:.+)?$/)
    .max(200),
});

import { z } from "zod";
import { actionSchema, sentenceSchema } from "~/features/explain/sentence-schema.ts";

const moment = z.iso.datetime();

export const findingSchema = z.object({
  key: z.string(),
  code: z.string(),
  severity: z.enum(["info", "warn", "bad"]),
  title: sentenceSchema,
  received: z.array(sentenceSchema).readonly(),
  likely: sentenceSchema.nullable(),
  steps: z.array(sentenceSchema).readonly(),
  count: z.number(),
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
      }),
    )
    .readonly(),
});

export type FindingData = z.infer<typeof findingSchema>;

/** What `GET /api/console/findings` answers. */
export const findingsSchema = z.object({
  provider: z.string(),
  findings: z.array(findingSchema).readonly(),
});

/** What `POST /api/console/findings/dismiss` takes. */
export const dismissalSchema = z.object({ key: z.string().min(1).max(200) });

import { TRACE_OUTCOMES, TRACE_STEPS } from "@rollcall/directory/explain/trace/trace";
import { z } from "zod";
import { actionSchema, sentenceSchema } from "~/features/explain/sentence-schema.ts";
import { identityText } from "~/lib/search-text.ts";

const moment = z.iso.datetime();

export const traceSchema = z.object({
  query: z.string(),
  outcome: z.enum(TRACE_OUTCOMES),
  code: z.string().nullable(),
  headline: sentenceSchema,
  steps: z
    .array(
      z.object({
        name: z.enum(TRACE_STEPS),
        state: z.enum(["ok", "failed", "unreached"]),
        sentence: sentenceSchema,
      }),
    )
    .readonly(),
  received: z.array(sentenceSchema).readonly(),
  likely: sentenceSchema.nullable(),
  checks: z.array(sentenceSchema).readonly(),
  person: z
    .object({ id: z.string(), name: z.string(), email: z.string().nullable(), href: z.string() })
    .nullable(),
  eventId: z.string().nullable(),
  requests: z
    .array(z.object({ id: z.string(), at: moment, sentence: sentenceSchema, status: z.number() }))
    .readonly(),
  actions: z.array(actionSchema).readonly(),
});

export type TraceData = z.infer<typeof traceSchema>;

/** What `GET /api/console/trace` takes and answers. */
export const traceQuerySchema = z.object({ q: identityText.trim().min(1) });
export const traceReplySchema = z.object({ provider: z.string(), trace: traceSchema.nullable() });

const turnedAwaySchema = z.object({
  eventId: z.string(),
  label: z.string(),
  key: z.string(),
  code: z.string(),
  reason: sentenceSchema,
  fix: sentenceSchema.nullable(),
  times: z.number(),
  at: moment,
});

export type TurnedAwayData = z.infer<typeof turnedAwaySchema>;

/** What `GET /api/console/turned-away` answers. */
export const turnedAwayReplySchema = z.object({ people: z.array(turnedAwaySchema).readonly() });

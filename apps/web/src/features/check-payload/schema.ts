import { CHECK_MATCHES, CHECK_STEPS } from "@rollcall/directory/explain/check/check";
import { z } from "zod";
import { sentenceSchema } from "~/features/explain/sentence-schema.ts";

export const RESOURCES = ["User", "Group"] as const;
export type Resource = (typeof RESOURCES)[number];

export const METHODS = ["POST", "PUT", "PATCH"] as const;
export type Method = (typeof METHODS)[number];

/** What `POST /api/console/provisioning/check` takes. */
export const checkRequestSchema = z.object({
  resource: z.enum(RESOURCES),
  method: z.enum(METHODS),
  /** Of the person or the team that a PUT or PATCH is about. */
  id: z.string().max(512).optional(),
  /** The body as text: the endpoint itself says whether it is JSON, and whether it is too long. */
  payload: z.string(),
});

export type CheckRequest = z.infer<typeof checkRequestSchema>;

const known = z.object({ id: z.string(), label: z.string(), href: z.string() });
const texts = z.array(z.string()).readonly();

export const checkSchema = z.object({
  outcome: z.enum(["applied", "no_change", "lookup", "rejected", "auth_failed", "server_error"]),
  steps: z
    .array(
      z.object({
        name: z.enum(CHECK_STEPS),
        state: z.enum(["ok", "failed", "unreached"]),
        sentence: sentenceSchema,
      }),
    )
    .readonly(),
  reading: z.object({
    understood: texts,
    ignored: texts,
    unknown: texts,
    dialects: z.array(z.object({ name: z.string(), what: z.string().nullable() })).readonly(),
  }),
  match: z.object({ kind: z.enum(CHECK_MATCHES), known: known.nullable() }).nullable(),
  effects: z
    .object({
      changes: z
        .array(z.object({ attribute: z.string(), before: z.unknown(), after: z.unknown() }))
        .readonly(),
      joined: texts,
      left: texts,
      newTeams: texts,
      sessions: z.number(),
      roles: z.array(z.object({ name: z.string(), becomes: z.enum(["admin", "no_admin"]) })).readonly(),
    })
    .nullable(),
  answer: z.object({
    status: z.number(),
    scimType: z.string().nullable(),
    detail: z.string().nullable(),
    body: z.string().nullable(),
    whole: z.boolean(),
  }),
  code: z.string().nullable(),
  facts: z.array(sentenceSchema).readonly(),
  likely: sentenceSchema.nullable(),
  fixes: z.array(sentenceSchema).readonly(),
  suggestion: z.string().nullable(),
  paused: z.boolean(),
});

export type CheckData = z.infer<typeof checkSchema>;

export const checkReplySchema = z.object({ provider: z.string(), check: checkSchema });
export type CheckReply = z.infer<typeof checkReplySchema>;

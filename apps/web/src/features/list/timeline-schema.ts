import { z } from "zod";
import { OUTCOMES } from "~/features/activity/schema.ts";
import { moment } from "~/lib/moment.ts";

export const timelineQuery = z.object({ before: z.uuid().optional() });

const request = z.object({
  kind: z.literal("request"),
  id: z.string(),
  at: moment,
  operation: z.string(),
  outcome: z.enum(OUTCOMES),
  reason: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  changed: z.array(z.string()).readonly(),
});

const act = z.object({
  kind: z.literal("act"),
  id: z.string(),
  at: moment,
  action: z.string(),
  actorName: z.string(),
});

export const timelineSchema = z.object({
  entries: z.array(z.discriminatedUnion("kind", [request, act])).readonly(),
  next: z.string().nullable(),
});
export type TimelineEntry = z.output<typeof timelineSchema>["entries"][number];

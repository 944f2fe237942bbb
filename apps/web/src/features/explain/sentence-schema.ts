import { z } from "zod";

/** A sentence as data: a message of the `explain` namespace and what stands in its places. */
export const sentenceSchema = z.object({
  id: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  times: z.record(z.string(), z.iso.datetime()),
});

export type SentenceData = z.infer<typeof sentenceSchema>;

export const actionSchema = z.object({
  kind: z.enum([
    "adopt_team",
    "copy_url",
    "link_account",
    "merge_accounts",
    "open_config",
    "regenerate_token",
    "see_around",
    "see_requests",
    "see_teams",
    "see_users",
    "turn_on",
  ]),
  href: z.string(),
  count: z.number().optional(),
});

export type ActionData = z.infer<typeof actionSchema>;

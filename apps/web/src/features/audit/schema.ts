import { z } from "zod";
import { moment } from "~/lib/moment.ts";
import { searchText } from "~/lib/search-text.ts";

export const AUDIT_SPANS = ["24h", "7d", "30d", "any"] as const;

export const areaSchema = z.string().regex(/^[a-z_]{1,40}$/);

export const auditFilterSchema = z.object({
  q: searchText.default(""),
  area: areaSchema.optional(),
  since: z.enum(AUDIT_SPANS).default("any"),
  entry: z.uuid().optional(),
});

export const auditQuerySchema = auditFilterSchema.extend({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(25),
});

const values = z.record(z.string(), z.unknown()).nullable();

export const auditRowSchema = z.object({
  id: z.string(),
  at: moment,
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.string(),
  targetType: z.string().nullable(),
  targetId: z.string().nullable(),
  targetName: z.string().nullable(),
  before: values,
  after: values,
  ip: z.string().nullable(),
});

/** An entry of a page; one whose act can still be undone says until when. */
export const auditEntrySchema = auditRowSchema.extend({ undoUntil: moment.nullable() });
export type AuditEntry = z.output<typeof auditEntrySchema>;

export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema).readonly(),
  total: z.number(),
  areas: z.array(z.string()).readonly(),
});
export type AuditPage = z.output<typeof auditPageSchema>;

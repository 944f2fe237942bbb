import type { AuditFilter } from "@rollcall/directory/audit/list-audit";
import type { z } from "zod";
import type { AUDIT_SPANS, auditFilterSchema } from "./schema.ts";

const HOURS: Record<(typeof AUDIT_SPANS)[number], number | null> = {
  "24h": 24,
  "7d": 168,
  "30d": 720,
  any: null,
};

/** The filter of the address, as the directory takes it. */
export function auditFilter(query: z.output<typeof auditFilterSchema>, now: Date): AuditFilter {
  const hours = HOURS[query.since];
  return {
    search: query.q,
    area: query.area,
    entryId: query.entry,
    since: hours === null ? undefined : new Date(now.getTime() - hours * 3_600_000),
  };
}

import { type Database, transaction } from "@rollcall/db";
import type { ActContext } from "../acts/act.ts";
import { type AuditFilter, type AuditRow, auditEntries } from "./list-audit.ts";
import { recordAudit } from "./record-audit.ts";

/** The most entries that one export holds. */
export const AUDIT_EXPORT_LIMIT = 50_000;

/** Entries of a filter for a file, newest first. The export itself is the log's newest entry afterwards. */
export async function exportAudit(
  db: Database,
  { tenantId, actor, ip }: ActContext,
  filter: AuditFilter,
): Promise<readonly AuditRow[]> {
  const entries = await auditEntries(db, tenantId, filter, AUDIT_EXPORT_LIMIT);
  await transaction(db, (client) =>
    recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "audit.exported",
      target: { type: "audit" },
      after: { rows: entries.length, filter },
    }),
  );
  return entries;
}

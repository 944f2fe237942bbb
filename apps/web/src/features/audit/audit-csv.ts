import type { AuditRow } from "@rollcall/directory/audit/list-audit";
import type { CsvColumn } from "~/lib/csv.ts";

/** The columns of an export of the audit log. Headers are for programs and stay English. */
export const auditColumns: readonly CsvColumn<AuditRow>[] = [
  { header: "id", value: (entry) => entry.id },
  { header: "at_utc", value: (entry) => entry.at },
  { header: "actor", value: (entry) => entry.actorName },
  { header: "actor_id", value: (entry) => entry.actorId },
  { header: "action", value: (entry) => entry.action },
  { header: "target_type", value: (entry) => entry.targetType },
  { header: "target_id", value: (entry) => entry.targetId },
  { header: "target", value: (entry) => entry.targetName },
  { header: "before", value: (entry) => entry.before && JSON.stringify(entry.before) },
  { header: "after", value: (entry) => entry.after && JSON.stringify(entry.after) },
  { header: "ip", value: (entry) => entry.ip },
];

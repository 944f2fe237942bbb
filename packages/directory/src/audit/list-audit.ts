import type { Database } from "@rollcall/db";
import { escapeLike, Parameters } from "../sql/parameters.ts";

export interface AuditFilter {
  /** Words of the actor's or the target's name. */
  readonly search?: string | undefined;
  /** What the act was about: the first word of its action, `team` of `team.deleted`. */
  readonly area?: string | undefined;
  /** Only this entry: where a link from a message leads. */
  readonly entryId?: string | undefined;
  readonly since?: Date | undefined;
}

export interface AuditQuery extends AuditFilter {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly targetType: string | null;
  readonly targetId: string | null;
  readonly targetName: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly ip: string | null;
}

/** An entry of a page. */
export interface AuditEntry extends AuditRow {
  /** Until when the deletion of a team can be undone; null when it cannot, or when there is nothing to undo. */
  readonly undoUntil: Date | null;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly total: number;
  /** Every area that the tenant has entries of. */
  readonly areas: readonly string[];
}

/** The deletion that an entry tells of, while it can be undone: both were written at one moment. */
const UNDO_UNTIL = `(SELECT d."undoUntil" FROM "DeletedTeam" d
  WHERE d."tenantId" = a."tenantId" AND a."action" = 'team.deleted' AND d."id"::text = a."targetId"
    AND d."deletedAt" = a."at" AND d."undoUntil" > now()) AS "undoUntil"`;

const COLUMNS = `"id", "at", "actorId", "actorName", "action", "targetType", "targetId", "targetName", "before", "after", "ip"`;

/** One page of what admins did, newest first. */
export async function listAudit(db: Database, tenantId: string, query: AuditQuery): Promise<AuditPage> {
  const parameters = new Parameters();
  const condition = auditCondition(tenantId, query, parameters);
  const counted = db.pool.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM "AuditEntry" a WHERE ${condition}`,
    parameters.values,
  );
  const paged = new Parameters(parameters.values);
  const limit = paged.add(query.size);
  const offset = paged.add((query.page - 1) * query.size);
  const [entries, total, areas] = await Promise.all([
    db.pool.query<AuditEntry>(
      `SELECT ${COLUMNS}, ${UNDO_UNTIL} FROM "AuditEntry" a WHERE ${condition} ORDER BY "id" DESC LIMIT ${limit} OFFSET ${offset}`,
      paged.values,
    ),
    counted,
    db.pool.query<{ area: string }>(
      `SELECT DISTINCT split_part("action", '.', 1) AS area FROM "AuditEntry" WHERE "tenantId" = $1 ORDER BY 1`,
      [tenantId],
    ),
  ]);
  return {
    entries: entries.rows,
    total: total.rows[0]?.total ?? 0,
    areas: areas.rows.map((row) => row.area),
  };
}

/** The entries of a filter for an export, newest first, at most `limit`. */
export async function auditEntries(
  db: Database,
  tenantId: string,
  filter: AuditFilter,
  limit: number,
): Promise<AuditRow[]> {
  const parameters = new Parameters();
  const condition = auditCondition(tenantId, filter, parameters);
  const { rows } = await db.pool.query<AuditRow>(
    `SELECT ${COLUMNS} FROM "AuditEntry" a WHERE ${condition} ORDER BY "id" DESC LIMIT ${parameters.add(limit)}`,
    parameters.values,
  );
  return rows;
}

function auditCondition(tenantId: string, filter: AuditFilter, parameters: Parameters): string {
  const conditions = [`a."tenantId" = ${parameters.add(tenantId)}`];
  if (filter.entryId !== undefined) conditions.push(`a."id" = ${parameters.add(filter.entryId)}::uuid`);
  if (filter.area !== undefined)
    conditions.push(`a."action" LIKE ${parameters.add(`${escapeLike(filter.area)}.%`)}`);
  if (filter.since !== undefined) conditions.push(`a."at" >= ${parameters.add(filter.since)}`);
  for (const word of (filter.search ?? "").toLowerCase().split(/\s+/).filter(Boolean)) {
    const pattern = parameters.add(`%${escapeLike(word)}%`);
    conditions.push(`lower(a."actorName" || ' ' || coalesce(a."targetName", '')) LIKE ${pattern}`);
  }
  return conditions.join(" AND ");
}

import type { Database } from "@rollcall/db";
import { OPERATION_KINDS, type OperationKind } from "./options.ts";

/** How often one kind of change was accepted, and when last; null is never. */
export interface OperationSeen {
  readonly kind: OperationKind;
  readonly count: number;
  readonly lastAt: Date | null;
}

export interface OperationsSeen {
  readonly operations: readonly OperationSeen[];
  /** True when only the newest changes were counted. */
  readonly partial: boolean;
}

/** So many accepted changes are looked at, newest first: the cost of a look does not grow with the log. */
const NEWEST = 10_000;

const KINDS: Readonly<Record<string, OperationKind>> = {
  "user.create": "create",
  "user.replace": "update",
  "user.update": "update",
  "user.deactivate": "deactivate",
  "user.reactivate": "reactivate",
  "user.delete": "delete",
  "group.create": "group_push",
  "group.replace": "group_push",
  "group.update": "group_push",
  "group.delete": "group_delete",
};

interface Row {
  readonly operation: string;
  readonly count: number;
  readonly lastAt: Date;
  readonly withGroups: number;
  readonly lastGroupsAt: Date | null;
}

/**
 * Which kinds of change ever came through. An identity provider that holds changes back for approval shows as a kind
 * that was never seen; that is the only sign of it that can be had from here.
 */
export async function readOperationsSeen(db: Database, tenantId: string): Promise<OperationsSeen> {
  const { rows } = await db.pool.query<Row>(
    `SELECT operation, count(*)::int AS count, max(at) AS "lastAt",
            count(*) FILTER (WHERE "groupsValue" NOT IN ('absent', 'empty'))::int AS "withGroups",
            max(at) FILTER (WHERE "groupsValue" NOT IN ('absent', 'empty')) AS "lastGroupsAt"
       FROM (SELECT operation, at, "groupsValue" FROM "ProvisioningEvent"
              WHERE "tenantId" = $1 AND outcome = 'applied' ORDER BY id DESC LIMIT ${NEWEST}) newest
      GROUP BY operation`,
    [tenantId],
  );
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return { operations: OPERATION_KINDS.map((kind) => seen(kind, rows)), partial: total >= NEWEST };
}

function seen(kind: OperationKind, rows: readonly Row[]): OperationSeen {
  if (kind === "groups_value") {
    return {
      kind,
      count: rows.reduce((sum, row) => sum + row.withGroups, 0),
      lastAt: latest(rows.map((row) => row.lastGroupsAt)),
    };
  }
  const own = rows.filter((row) => KINDS[row.operation] === kind);
  return {
    kind,
    count: own.reduce((sum, row) => sum + row.count, 0),
    lastAt: latest(own.map((row) => row.lastAt)),
  };
}

function latest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((newest, each) => (each && (!newest || each > newest) ? each : newest), null);
}

import type { Database } from "@rollcall/db";
import type { Finding } from "./finding.ts";

export interface Dismissal {
  readonly key: string;
  readonly at: Date;
  readonly until: Date | null;
}

const DISMISSED_FOR_DAYS = 30;

/** The dismissals of a tenant by the key of their finding. */
export async function dismissedFindings(db: Database, tenantId: string): Promise<Map<string, Dismissal>> {
  const { rows } = await db.pool.query<Dismissal>(
    `SELECT "key", "at", "until" FROM "FindingDismissal" WHERE "tenantId" = $1`,
    [tenantId],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Findings about how things stand, which each new request would renew. */
const STANDING = /^(groups\.|connection\.|team\.)/;

/**
 * A dismissal hides what was known when it was made: newer evidence, or its end, brings the finding back. One about how
 * things stand is hidden until the end.
 */
export function isDismissed(
  finding: Pick<Finding, "key" | "code" | "lastAt">,
  dismissals: ReadonlyMap<string, Dismissal>,
  now: Date,
): boolean {
  const dismissal = dismissals.get(finding.key);
  if (!dismissal || (dismissal.until && dismissal.until <= now)) return false;
  return STANDING.test(finding.code) || Date.parse(finding.lastAt) <= dismissal.at.getTime();
}

/** Hides a finding until there is newer evidence, for thirty days at most. */
export async function dismissFinding(
  db: Database,
  tenantId: string,
  key: string,
  byName: string,
): Promise<void> {
  await db.pool.query(
    `INSERT INTO "FindingDismissal" ("tenantId", "key", "at", "byName", "until")
     VALUES ($1, $2, now(), $3, now() + make_interval(days => ${DISMISSED_FOR_DAYS}))
     ON CONFLICT ("tenantId", "key") DO UPDATE SET "at" = now(), "byName" = $3, "until" = EXCLUDED."until"`,
    [tenantId, key, byName],
  );
}

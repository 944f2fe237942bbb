import { type Database, transaction } from "@rollcall/db";
import type { ActContext } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { Finding } from "./finding.ts";

export interface Dismissal {
  readonly key: string;
  readonly at: Date;
  readonly byName: string;
  readonly until: Date | null;
}

const DISMISSED_FOR_DAYS = 30;

/** The dismissals of a tenant by the key of their finding. */
export async function dismissalsOf(db: Database, tenantId: string): Promise<Map<string, Dismissal>> {
  const { rows } = await db.pool.query<Dismissal>(
    `SELECT "key", "at", "byName", "until" FROM "FindingDismissal" WHERE "tenantId" = $1`,
    [tenantId],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Findings about how things stand, which each new request would renew. */
const STANDING = /^(groups\.|connection\.|team\.)/;

/**
 * What hides a finding now, or null. A dismissal hides what was known when it was made: newer evidence, or its end, brings the
 * finding back. One about how things stand is hidden until the end.
 */
export function dismissalOf(
  finding: Pick<Finding, "key" | "code" | "lastAt">,
  dismissals: ReadonlyMap<string, Dismissal>,
  now: Date,
): Dismissal | null {
  const dismissal = dismissals.get(finding.key);
  if (!dismissal || (dismissal.until && dismissal.until <= now)) return null;
  const holds = STANDING.test(finding.code) || Date.parse(finding.lastAt) <= dismissal.at.getTime();
  return holds ? dismissal : null;
}

/** Hides a finding from every admin until there is newer evidence, for thirty days at most. */
export function dismissFinding(db: Database, context: ActContext, key: string): Promise<void> {
  return transaction(db, async (client) => {
    await client.query(
      `INSERT INTO "FindingDismissal" ("tenantId", "key", "at", "byName", "until")
       VALUES ($1, $2, now(), $3, now() + make_interval(days => ${DISMISSED_FOR_DAYS}))
       ON CONFLICT ("tenantId", "key") DO UPDATE SET "at" = now(), "byName" = $3, "until" = EXCLUDED."until"`,
      [context.tenantId, key, context.actor.name],
    );
    await recordAudit(client, { ...context, action: "finding.dismissed", target: target(key) });
  });
}

/** Takes a dismissal back. Taking back what is not dismissed changes nothing and is not recorded. */
export function restoreFinding(db: Database, context: ActContext, key: string): Promise<void> {
  return transaction(db, async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM "FindingDismissal" WHERE "tenantId" = $1 AND "key" = $2`,
      [context.tenantId, key],
    );
    if (rowCount === 0) return;
    await recordAudit(client, { ...context, action: "finding.restored", target: target(key) });
  });
}

/** In the audit log a finding is named by the reason that its key begins with. */
function target(key: string) {
  return { type: "finding", id: key, name: key.split(":", 1)[0] };
}

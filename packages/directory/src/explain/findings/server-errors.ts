import { ACTIVITY } from "../address.ts";
import { firstIdAt } from "../event-id.ts";
import type { Finding } from "../finding.ts";
import { REASONS, stepsFor } from "../reason.ts";
import { say } from "../sentence.ts";
import { nextAccepted } from "./next-accepted.ts";
import { DAY_MS, type Scope } from "./scope.ts";

interface Failed {
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly lastId: string;
  readonly requestId: string;
}

/** Requests of the last 24 hours that failed by our own fault. */
export async function serverErrorFindings(scope: Scope): Promise<Finding[]> {
  const { rows } = await scope.db.pool.query<Failed>(
    `WITH failed AS MATERIALIZED (
       SELECT "id", "at", "requestId", "count" FROM "ProvisioningEvent"
       WHERE "tenantId" = $1 AND "outcome" = 'server_error' AND "id" >= $2
       ORDER BY "id" DESC LIMIT 2000)
     SELECT sum("count")::int AS "count", min("at") AS "firstAt", max("at") AS "lastAt",
            (array_agg("id" ORDER BY "id" DESC))[1] AS "lastId",
            (array_agg("requestId" ORDER BY "id" DESC))[1] AS "requestId"
     FROM failed HAVING count(*) > 0`,
    [scope.tenantId, firstIdAt(new Date(scope.now.getTime() - DAY_MS))],
  );
  return Promise.all(rows.map((row) => toFinding(scope, row)));
}

async function toFinding(scope: Scope, row: Failed): Promise<Finding> {
  const code = "server.error";
  const resolvedAt = await nextAccepted(scope, row.lastId, row.lastAt);
  const values = { provider: scope.provider.name, count: row.count, requestId: row.requestId };
  const href = `${ACTIVITY}?outcome=server_error&since=24h`;
  return {
    key: code,
    code,
    severity: REASONS[code].severity,
    title: say(`findings.${code}.title`, values),
    received: [say(`findings.${code}.received`, { ...values, at: row.lastAt })],
    likely: say(`reasons.${code}.cause`, values),
    steps: stepsFor(code, scope.provider, values),
    count: row.count,
    seen: say("seen.times", { times: row.count }),
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolution: resolvedAt ? say("findings.answered_since", { ...values, at: resolvedAt }) : null,
    href,
    actions: [{ kind: "see_requests", href, count: row.count }],
    subjects: [],
  };
}

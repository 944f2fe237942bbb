import { ACTIVITY, CONFIG } from "../address.ts";
import { firstIdAt } from "../event-id.ts";
import type { Finding } from "../finding.ts";
import { named } from "../provider.ts";
import { REASONS, stepsFor } from "../reason.ts";
import { say } from "../sentence.ts";
import { nextAccepted } from "./next-accepted.ts";
import { DAY_MS, type Scope } from "./scope.ts";

interface Astray {
  readonly path: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly lastId: string;
}

/** Requests of the last 24 hours to addresses below the SCIM URL that are none of SCIM's. */
export async function wrongPathFindings(scope: Scope): Promise<Finding[]> {
  const { rows } = await scope.db.pool.query<Astray>(
    `WITH astray AS MATERIALIZED (
       SELECT "id", "at", coalesce("lastAt", "at") AS "last", split_part("path", '?', 1) AS "path", "count"
       FROM "ProvisioningEvent"
       WHERE "tenantId" = $1 AND "outcome" = 'rejected' AND "reason" = 'path.not_found' AND "id" >= $2
       ORDER BY "id" DESC LIMIT 2000)
     SELECT (array_agg("path" ORDER BY "id" DESC))[1] AS "path", sum("count")::int AS "count",
            min("at") AS "firstAt", max("last") AS "lastAt", (array_agg("id" ORDER BY "id" DESC))[1] AS "lastId"
     FROM astray HAVING count(*) > 0`,
    [scope.tenantId, firstIdAt(new Date(scope.now.getTime() - DAY_MS))],
  );
  return Promise.all(rows.map((row) => toFinding(scope, row)));
}

async function toFinding(scope: Scope, row: Astray): Promise<Finding> {
  const code = "path.not_found";
  const resolvedAt = await nextAccepted(scope, row.lastId, row.lastAt);
  const currentLast4 = scope.token?.last4 ?? "";
  const values = { ...named(scope.provider), count: row.count, path: row.path, currentLast4 };
  const href = `${ACTIVITY}?reason=${code}&since=24h`;
  return {
    key: code,
    code,
    severity: REASONS[code].severity,
    title: say(`findings.${code}.title`, values),
    received: [say(`findings.${code}.received_${pathMistake(row.path)}`, values)],
    likely: say(`reasons.${code}.cause`, values),
    steps: stepsFor(code, scope.provider, values),
    count: row.count,
    seen: say("seen.times", { times: row.count }),
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolution: resolvedAt ? say("findings.auth.connected", { ...values, at: resolvedAt }) : null,
    href,
    actions: [
      { kind: "copy_url", href: CONFIG.dialog },
      { kind: "see_requests", href, count: row.count },
    ],
    subjects: [],
  };
}

/** What the base URL has too much or too little of, read off the path that was asked for below it. */
export function pathMistake(path: string): "version" | "resource" | "endpoint" | "short" | "other" {
  if (/^\/api\/scim\/[^/?]+(\/(?!v2(\/|$))|$)/i.test(path)) return "short";
  if (/^\/v[12](\/|$)/i.test(path)) return "version";
  if (/^\/(Users|Groups)\/(Users|Groups)/i.test(path)) return "resource";
  if (/^\/(api\/)?scim(\/|$)/i.test(path)) return "endpoint";
  return "other";
}

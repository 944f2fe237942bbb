import { ACTIVITY, eventAddress, traceAddress } from "../address.ts";
import { firstIdAt } from "../event-id.ts";
import type { Finding, Subject } from "../finding.ts";
import { REASONS, stepsFor } from "../reason.ts";
import { say } from "../sentence.ts";
import { DAY_MS, type Scope } from "./scope.ts";

interface PartlyApplied {
  readonly id: string;
  readonly at: Date;
  readonly team: string;
  readonly teamId: string | null;
  readonly values: readonly string[];
  readonly resolvedAt: Date | null;
}

/**
 * Group writes of the last seven days that named people we do not know, newest per team. Over once the team's members were
 * set again without them, or the team is gone.
 */
const UNKNOWN_MEMBERS = `
WITH partly AS MATERIALIZED (
  SELECT "id", "at", "subject", "resourceId", "warnings" FROM "ProvisioningEvent"
  WHERE "tenantId" = $1 AND "warnings" IS NOT NULL AND "outcome" IN ('applied', 'no_change') AND "id" >= $2
  ORDER BY "id" DESC LIMIT 1000
), newest AS (
  SELECT DISTINCT ON ("resourceId") *,
    ARRAY(SELECT w ->> 'value' FROM jsonb_array_elements("warnings") w
          WHERE w ->> 'code' = 'group.member_unknown' AND w ->> 'value' IS NOT NULL LIMIT 20) AS "values"
  FROM partly WHERE "warnings" @> '[{"code":"group.member_unknown"}]'
  ORDER BY "resourceId", "id" DESC
)
SELECT n."id", n."at", coalesce(t."displayName", n."subject", '') AS "team", n."resourceId" AS "teamId", n."values",
  (SELECT min(e."at") FROM "ProvisioningEvent" e
   WHERE e."tenantId" = $1 AND e."id" > n."id" AND e."resourceId" = n."resourceId"
     AND e."outcome" IN ('applied', 'no_change')
     AND (e."operation" = 'group.delete' OR (e."operation" = 'group.replace' AND e."warnings" IS NULL))) AS "resolvedAt"
FROM newest n LEFT JOIN "Team" t ON t."tenantId" = $1 AND t."id" = n."resourceId"
ORDER BY n."id" DESC LIMIT 100`;

/** Teams whose pushes named people who are not known here: the others were added, these were skipped. */
export async function warningFindings(scope: Scope): Promise<Finding[]> {
  const since = firstIdAt(new Date(scope.now.getTime() - 7 * DAY_MS));
  const { rows } = await scope.db.pool.query<PartlyApplied>(UNKNOWN_MEMBERS, [scope.tenantId, since]);
  return rows.map((row) => toFinding(scope, row));
}

function toFinding(scope: Scope, row: PartlyApplied): Finding {
  const code = "group.member_unknown";
  const values = { provider: scope.provider.name, count: Math.max(1, row.values.length), name: row.team };
  return {
    key: `${code}:${row.teamId ?? row.id}`,
    code,
    severity: REASONS[code].severity,
    title: say(`findings.${code}.title`, values),
    received: [say(`findings.${code}.received`, { ...values, at: row.at })],
    likely: say(`reasons.${code}.cause`, values),
    steps: stepsFor(code, scope.provider, values),
    count: values.count,
    seen: say("seen.sent"),
    firstAt: row.at.toISOString(),
    lastAt: row.at.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolution: row.resolvedAt ? say("findings.accepted_since", { ...values, at: row.resolvedAt }) : null,
    href: eventAddress(row.id),
    actions: [{ kind: "see_requests", href: `${ACTIVITY}?kind=team&since=7d` }],
    subjects: row.values.map((value) => toSubject(row, value)),
  };
}

function toSubject(row: PartlyApplied, value: string): Subject {
  const href = traceAddress(value);
  return { label: value, kind: "person", id: null, eventId: row.id, value, suggestion: null, href };
}

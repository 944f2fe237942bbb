import { ACTIVITY } from "../address.ts";
import type { Finding } from "../finding.ts";
import { stepsFor } from "../reason.ts";
import { say } from "../sentence.ts";
import { DAY_MS, HOUR_MS, type Scope } from "./scope.ts";

interface Pushed {
  /** Whether any write ever arrived, accepted or not, or left a person or a team behind. */
  readonly ever: boolean;
  readonly lookups: number;
}

/** Look-ups are counted up to here. */
const LOOKUPS_COUNTED = 1000;

/**
 * Connected, and nothing pushed yet. Only during first setup: once any write has arrived it never comes back, because
 * quiet is normal. Worth knowing after an hour, amber after a day.
 */
export async function nothingPushedFindings(scope: Scope): Promise<Finding[]> {
  if (!scope.connection.enabled) return [];
  const verified = await verifiedAt(scope);
  if (!verified) return [];
  const age = scope.now.getTime() - verified.getTime();
  if (age < HOUR_MS) return [];
  const { rows } = await scope.db.pool.query<Pushed>(
    `SELECT EXISTS (SELECT 1 FROM "User" WHERE "tenantId" = $1 AND "scimState" <> 'none')
         OR EXISTS (SELECT 1 FROM "Team" WHERE "tenantId" = $1 AND "source" = 'scim')
         OR EXISTS (SELECT 1 FROM "ProvisioningEvent" WHERE "tenantId" = $1 AND "outcome" IN ('applied', 'no_change'))
         OR EXISTS (SELECT 1 FROM "ProvisioningEvent" WHERE "tenantId" = $1 AND "outcome" = 'rejected'
                    AND "method" NOT IN ('GET', 'HEAD')) AS "ever",
       (SELECT count(*)::int FROM (SELECT 1 FROM "ProvisioningEvent"
        WHERE "tenantId" = $1 AND "outcome" = 'lookup' LIMIT ${LOOKUPS_COUNTED}) l) AS "lookups"`,
    [scope.tenantId],
  );
  const pushed = rows[0];
  return pushed && !pushed.ever ? [toFinding(scope, verified, age, pushed.lookups)] : [];
}

/** When the connection was first seen to work, with any token. */
async function verifiedAt(scope: Scope): Promise<Date | null> {
  const { rows } = await scope.db.pool.query<{ at: Date | null }>(
    `SELECT min("firstUsedAt") AS "at" FROM "ScimToken" WHERE "tenantId" = $1`,
    [scope.tenantId],
  );
  return rows[0]?.at ?? null;
}

function toFinding(scope: Scope, verified: Date, age: number, lookups: number): Finding {
  const code = "connection.nothing_pushed";
  const values = { provider: scope.provider.name, lookups };
  const href = `${ACTIVITY}?lookups=true&since=7d`;
  return {
    key: code,
    code,
    severity: age >= DAY_MS ? "warn" : "info",
    title: say(`findings.${code}.title`, values),
    received: [say(`findings.${code}.received`, { ...values, verifiedAt: verified })],
    likely: say(`reasons.${code}.cause`, values),
    steps: stepsFor(code, scope.provider, values),
    count: lookups,
    seen: say("seen.verified"),
    firstAt: verified.toISOString(),
    lastAt: verified.toISOString(),
    resolvedAt: null,
    resolution: null,
    href,
    actions: [{ kind: "see_requests", href }],
    subjects: [],
  };
}

import { PERSON_NAME } from "../../people/person-sql.ts";
import { eventAddress, linkAddress, resourceAddress } from "../address.ts";
import { firstIdAt } from "../event-id.ts";
import type { Finding, Subject } from "../finding.ts";
import { REASONS, stepsFor } from "../reason.ts";
import { say } from "../sentence.ts";
import { DAY_MS, type Scope } from "./scope.ts";

interface Twice {
  readonly eventId: string;
  readonly at: Date;
  readonly name: string;
  readonly formerId: string;
  readonly former: string;
}

const CHANGES_READ = 2000;
const NAMED = 20;

/**
 * People created in the last seven days with the provider's id of somebody who is here and active: most likely the same
 * person under a new address. Over once either of the two is gone, merged or deactivated.
 */
const TWICE = `
WITH made AS MATERIALIZED (
  SELECT "id", "at", "resourceId" FROM (
    SELECT "id", "at", "resourceId", "operation" FROM "ProvisioningEvent"
    WHERE "tenantId" = $1 AND "outcome" = 'applied' AND "id" >= $2 ORDER BY "id" DESC LIMIT ${CHANGES_READ}) newest
  WHERE "operation" = 'user.create'
)
SELECT m."id" AS "eventId", m."at", ${PERSON_NAME} AS "name", f."id" AS "formerId",
       coalesce(f."email", f."userName") AS "former"
FROM made m
JOIN "User" u ON u."tenantId" = $1 AND u."id" = m."resourceId" AND u."scimState" = 'live' AND u."active"
CROSS JOIN LATERAL (
  SELECT o."id", o."email", o."userName" FROM "User" o
  WHERE o."tenantId" = $1 AND o."externalId" = u."externalId" AND o."id" < u."id" AND o."scimState" = 'live' AND o."active"
  ORDER BY o."id" LIMIT 1) f
ORDER BY m."id" DESC LIMIT ${NAMED}`;

/** People who are here twice, as one finding. */
export async function duplicateFindings(scope: Scope): Promise<Finding[]> {
  const since = firstIdAt(new Date(scope.now.getTime() - 7 * DAY_MS));
  const { rows } = await scope.db.pool.query<Twice>(TWICE, [scope.tenantId, since]);
  const [newest] = rows;
  return newest ? [toFinding(scope, newest, rows)] : [];
}

function toFinding(scope: Scope, newest: Twice, all: readonly Twice[]): Finding {
  const code = "user.duplicate";
  const { name, former } = newest;
  const values = { provider: scope.provider.name, count: all.length, name, former };
  const page = resourceAddress("person", newest.formerId);
  return {
    key: code,
    code,
    severity: REASONS[code].severity,
    title: say(`findings.${code}.title`, values),
    received: [say(`findings.${code}.received`, { ...values, at: newest.at })],
    likely: say(`reasons.${code}.cause`, values),
    steps: stepsFor(code, scope.provider, values),
    count: all.length,
    seen: say("seen.created"),
    firstAt: (all.at(-1)?.at ?? newest.at).toISOString(),
    lastAt: newest.at.toISOString(),
    resolvedAt: null,
    resolution: null,
    href: page,
    actions: [
      { kind: "merge_accounts", href: linkAddress(newest.formerId) },
      { kind: "see_requests", href: eventAddress(newest.eventId) },
    ],
    subjects: all.map(toSubject),
  };
}

function toSubject({ eventId, former, formerId }: Twice): Subject {
  const href = resourceAddress("person", formerId);
  return { label: former, kind: "person", id: formerId, eventId, value: null, suggestion: null, href };
}

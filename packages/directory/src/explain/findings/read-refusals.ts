import { firstIdAt } from "../event-id.ts";
import { DAY_MS, type Scope } from "./scope.ts";

/** The newest refusal of one person or team for one reason, and when the same one was accepted after it. */
export interface Refusal {
  readonly id: string;
  readonly at: Date;
  readonly firstAt: Date;
  readonly times: number;
  readonly reason: string;
  readonly subject: string | null;
  readonly subjectKeys: readonly string[];
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly method: string;
  readonly path: string;
  readonly detail: string | null;
  readonly resolvedAt: Date | null;
}

const ROWS_READ = 2000;
const SUBJECTS_READ = 500;

/**
 * Refusals by subject: a person by every identifier, a team by its name, since its requests name members too. One without a subject is told apart by its request and looked for over a day only, since nothing
 * could ever show that it is over. `OFFSET 0` keeps the few rows of one subject from being intersected with an index that
 * holds every change. Reading or deleting an id that is not there is no refusal of a person.
 */
const REFUSALS = `
WITH refused AS MATERIALIZED (
  SELECT "id", "at", coalesce("reason", 'request.refused') AS "reason", "subject", "subjectKeys", "resourceType",
         "resourceId", "method", "path", "detail"
  FROM "ProvisioningEvent"
  WHERE "tenantId" = $1 AND "outcome" = 'rejected' AND "id" >= $2
  ORDER BY "id" DESC LIMIT ${ROWS_READ}
), told AS (
  SELECT *, CASE WHEN "resourceType" = 'Group' AND "subject" IS NOT NULL THEN lower("subject")
                 WHEN cardinality("subjectKeys") > 0 THEN "subjectKeys"::text
                 ELSE coalesce("subject", "method" || split_part("path", '?', 1)) END AS "who"
  FROM refused
  WHERE "reason" <> 'path.not_found'
    AND (cardinality("subjectKeys") > 0 OR "id" >= $3)
    AND NOT ("reason" LIKE '%.unknown_id' AND "method" IN ('GET', 'DELETE'))
), newest AS (
  SELECT DISTINCT ON ("reason", "who") *, count(*) OVER whole AS "times", min("at") OVER whole AS "firstAt"
  FROM told WINDOW whole AS (PARTITION BY "reason", "who")
  ORDER BY "reason", "who", "id" DESC
), bounded AS (SELECT * FROM newest ORDER BY "id" DESC LIMIT ${SUBJECTS_READ})
SELECT b.*, b."times"::int, coalesce(accepted."at", linked."at") AS "resolvedAt"
FROM bounded b
LEFT JOIN LATERAL (
  SELECT min(e."at") AS "at" FROM (
    SELECT * FROM "ProvisioningEvent" WHERE "subjectKeys" && b."subjectKeys" OFFSET 0) e
  WHERE e."tenantId" = $1 AND e."id" > b."id" AND e."outcome" IN ('applied', 'no_change')
    AND e."resourceType" = b."resourceType"
    AND (b."resourceType" = 'User' OR lower(e."subject") = lower(b."subject"))
) accepted ON true
LEFT JOIN LATERAL (
  SELECT min(u."updatedAt") AS "at" FROM "User" u
  WHERE b."reason" = 'user.local_conflict' AND u."tenantId" = $1 AND u."scimState" = 'live'
    AND (u."userNameKey" = ANY (b."subjectKeys") OR u."emailKey" = ANY (b."subjectKeys"))
  UNION ALL
  SELECT min(t."updatedAt") FROM "Team" t
  WHERE b."reason" = 'group.manual_clash' AND t."tenantId" = $1 AND t."source" = 'scim'
    AND t."displayNameKey" = ANY (b."subjectKeys")
  ORDER BY 1 LIMIT 1
) linked ON true
ORDER BY b."id" DESC`;

/** Every refusal of the last seven days, newest first. */
export async function readRefusals(scope: Pick<Scope, "db" | "tenantId" | "now">): Promise<Refusal[]> {
  const { rows } = await scope.db.pool.query<Refusal>(REFUSALS, [
    scope.tenantId,
    firstIdAt(new Date(scope.now.getTime() - 7 * DAY_MS)),
    firstIdAt(new Date(scope.now.getTime() - DAY_MS)),
  ]);
  return rows;
}

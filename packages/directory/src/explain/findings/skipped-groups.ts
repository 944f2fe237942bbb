import { firstIdAt } from "../event-id.ts";
import type { Refusal } from "./read-refusals.ts";
import { DAY_MS, type Scope } from "./scope.ts";

const ROWS_READ = 2000;
const NAMES_READ = 100;

/**
 * Names in people's `groups` values that could be no team: the person was taken, the membership was not. One row for each
 * name and reason. Over once every such person was sent without that trouble, or the team of that name was adopted.
 */
const SKIPPED = `
WITH partly AS MATERIALIZED (
  SELECT "id", "at", "method", "path", "resourceId", "warnings" FROM "ProvisioningEvent"
  WHERE "tenantId" = $1 AND "warnings" IS NOT NULL AND "outcome" IN ('applied', 'no_change')
    AND "resourceType" = 'User' AND "id" >= $2
  ORDER BY "id" DESC LIMIT ${ROWS_READ}
), told AS (
  SELECT p."id", p."at", p."method", p."path", p."resourceId" AS "userId", w ->> 'code' AS "reason",
         w ->> 'value' AS "name", w ->> 'detail' AS "detail"
  FROM partly p, jsonb_array_elements(p."warnings") w
  WHERE w ->> 'code' LIKE 'group.%' AND w ->> 'value' IS NOT NULL
), person AS (
  SELECT DISTINCT ON ("reason", lower("name"), "userId") *, min("at") OVER whole AS "firstAt", count(*) OVER whole AS "times"
  FROM told WINDOW whole AS (PARTITION BY "reason", lower("name"), "userId")
  ORDER BY "reason", lower("name"), "userId", "id" DESC
), settled AS (
  SELECT p.*, later."at" AS "resolvedAt" FROM person p LEFT JOIN LATERAL (
    SELECT e."at" FROM "ProvisioningEvent" e
    WHERE e."tenantId" = $1 AND e."resourceId" = p."userId" AND e."id" > p."id"
      AND e."outcome" IN ('applied', 'no_change')
      AND (e."groupsValue" <> 'absent' OR e."operation" IN ('user.deactivate', 'user.delete'))
    ORDER BY e."id" LIMIT 1) later ON true
), named AS (
  SELECT DISTINCT ON ("reason", lower("name")) "id", "at", "method", "path", "reason", "name" AS "subject", "detail",
         min("firstAt") OVER whole AS "firstAt", (sum("times") OVER whole)::int AS "times",
         CASE WHEN count(*) OVER whole = count("resolvedAt") OVER whole THEN max("resolvedAt") OVER whole END AS "over"
  FROM settled WINDOW whole AS (PARTITION BY "reason", lower("name"))
  ORDER BY "reason", lower("name"), "id" DESC
), bounded AS (SELECT * FROM named ORDER BY "id" DESC LIMIT ${NAMES_READ})
SELECT n.*, ARRAY[lower(n."subject")] AS "subjectKeys", 'Group' AS "resourceType", NULL AS "resourceId",
       coalesce(n."over", adopted."at") AS "resolvedAt"
FROM bounded n LEFT JOIN LATERAL (
  SELECT min(t."updatedAt") AS "at" FROM "Team" t
  WHERE n."reason" = 'group.manual_clash' AND t."tenantId" = $1 AND t."source" = 'scim'
    AND t."displayNameKey" = lower(n."subject") AND t."updatedAt" > n."at"
) adopted ON true
ORDER BY n."id" DESC`;

/** Group names of the last seven days that people carried and that no team was made of, newest first. */
export async function readSkippedGroups(scope: Pick<Scope, "db" | "tenantId" | "now">): Promise<Refusal[]> {
  const since = firstIdAt(new Date(scope.now.getTime() - 7 * DAY_MS));
  return (await scope.db.pool.query<Refusal>(SKIPPED, [scope.tenantId, since])).rows;
}

/**
 * How long a team may go unmentioned while its members' payloads leave it out, how long it must have been empty, and
 * how long it may wait for a first member. Silence alone is never a sign: quiet is normal.
 */
const UNMENTIONED = "90 days";
const EMPTY = "24 hours";
const NEVER_JOINED = "7 days";
const REJECTED = "7 days";

/** Reasons with which a group is turned away because a team here has its name. */
const CLASHES = `('group.manual_clash', 'group.name_taken')`;

/**
 * Common table expressions over the rejected group requests of the last 30 days: `rejected_update` has the newest of each
 * team, `clash` the newest of each name. Walked once, joined by hash: a provider that retries for weeks costs no more
 * than one pass. `tenant` is the placeholder of the tenant's id.
 */
export function rejectedGroups(tenant: string): string {
  return `
  rejected AS MATERIALIZED (
    SELECT e."id", e."at", e."reason", e."resourceId", e."subjectKeys" FROM "ProvisioningEvent" e
    WHERE e."tenantId" = ${tenant} AND e."outcome" = 'rejected' AND e."resourceType" = 'Group'
      AND e."at" > now() - interval '30 days'
  ), rejected_update AS (
    SELECT DISTINCT ON ("resourceId") "resourceId", "id" AS "eventId", "at", "reason" FROM rejected
    WHERE "resourceId" IS NOT NULL AND "at" > now() - interval '${REJECTED}' ORDER BY "resourceId", "id" DESC
  ), clash AS (
    SELECT DISTINCT ON (key) key, "id" AS "eventId", "at", "reason" FROM rejected, unnest("subjectKeys") key
    WHERE "reason" IN ${CLASHES} ORDER BY key, "id" DESC
  )`;
}

/** Joins for {@link TEAM_HEALTH}: expects the team's row as `t` and the expressions of {@link rejectedGroups}. */
export const HEALTH_JOINS = `
  LEFT JOIN rejected_update ru ON ru."resourceId" = t."id" AND ru."at" > coalesce(t."lastTouchedAt", '-infinity')
  LEFT JOIN clash ON clash.key = t."displayNameKey"
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM "Membership" m WHERE m."tenantId" = t."tenantId" AND m."teamId" = t."id") AS occupied
  ) members`;

/** Members whose payloads since the team was last mentioned name other groups, and not this one. */
const UPDATED_WITHOUT = `
  FROM "Membership" m JOIN "User" p ON p."tenantId" = m."tenantId" AND p."id" = m."userId"
  WHERE m."tenantId" = t."tenantId" AND m."teamId" = t."id"
    AND p."receivedGroupsAt" > t."lastTouchedAt" AND jsonb_typeof(p."receivedGroups") = 'array'
    AND jsonb_array_length(p."receivedGroups") > 0 AND NOT p."receivedGroups" ? t."displayName"`;

const UNMENTIONED_LONG = `t."source" = 'scim' AND t."lastTouchedAt" < now() - interval '${UNMENTIONED}'`;

/** Whether a synced team looks left over, whatever an admin decided about it. */
const LEFT_OVER = `t."source" = 'scim' AND CASE
    WHEN members.occupied THEN ${UNMENTIONED_LONG} AND EXISTS (SELECT 1 ${UPDATED_WITHOUT})
    ELSE t."lastNonEmptyAt" < now() - interval '${EMPTY}' END`;

/** Cheap, and true of every team that can be left over: spares the others the look at their members. */
export const MAY_BE_LEFT_OVER = `t."source" = 'scim' AND (t."lastNonEmptyAt" < now() - interval '${EMPTY}'
    OR t."lastTouchedAt" < now() - interval '${UNMENTIONED}')`;

/** `TeamHealthKind` as SQL. */
export const TEAM_HEALTH = `CASE
    WHEN ru."eventId" IS NOT NULL THEN 'update_rejected'
    WHEN clash."eventId" IS NOT NULL AND t."source" = 'manual' THEN 'name_clash'
    WHEN ${LEFT_OVER} THEN CASE WHEN t."keptUntil" > now() THEN 'kept' ELSE 'possibly_stale' END
    WHEN t."source" = 'scim' AND NOT members.occupied AND t."lastNonEmptyAt" IS NULL
      AND t."createdAt" < now() - interval '${NEVER_JOINED}' THEN 'empty'
    ELSE 'none' END`;

/** What the health was read from. */
export const TEAM_EVIDENCE = `json_build_object(
    'emptySince', CASE WHEN members.occupied THEN NULL ELSE t."lastNonEmptyAt" END,
    'updatedWithout', CASE WHEN ${UNMENTIONED_LONG} THEN (SELECT count(DISTINCT p."id") ${UPDATED_WITHOUT}) ELSE 0 END,
    'eventId', coalesce(ru."eventId", CASE WHEN t."source" = 'manual' THEN clash."eventId" END),
    'reason', coalesce(ru."reason", CASE WHEN t."source" = 'manual' THEN clash."reason" END))`;

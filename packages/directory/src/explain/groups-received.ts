import type { Database } from "@rollcall/db";
import { PERSON_NAME } from "../people/person-sql.ts";

/** The newest body received for one person, and what its `groups` held. */
export interface GroupsPayload {
  readonly userId: string | null;
  readonly name: string;
  readonly eventId: string;
  readonly at: Date;
  /** absent, empty, or a number of values. */
  readonly groupsValue: string;
  /** Whether this person is in a team through /Groups. */
  readonly throughGroups: boolean;
}

export interface GroupsReceived {
  /** People in the newest bodies, at most fifty. */
  readonly people: number;
  /** How many of them carried at least one `groups` value. */
  readonly withGroups: number;
  /** How many people were sent and are active, those of older bodies too. */
  readonly sent: number;
}

const PEOPLE_READ = 50;
/** Bodies are looked for among so many of the newest changes of each outcome. */
const EVENTS_READ = 1000;

const PAYLOADS = `
WITH recent AS MATERIALIZED (
  (SELECT "id", "at", "subject", "resourceId", "groupsValue", "operation" FROM "ProvisioningEvent"
   WHERE "tenantId" = $1 AND "outcome" = 'applied' ORDER BY "id" DESC LIMIT ${EVENTS_READ})
  UNION ALL
  (SELECT "id", "at", "subject", "resourceId", "groupsValue", "operation" FROM "ProvisioningEvent"
   WHERE "tenantId" = $1 AND "outcome" = 'no_change' ORDER BY "id" DESC LIMIT ${EVENTS_READ})
), payload AS (
  SELECT * FROM recent WHERE "groupsValue" IS NOT NULL AND "operation" IN ('user.create', 'user.replace')
), newest AS (
  SELECT DISTINCT ON ("resourceId") * FROM payload ORDER BY "resourceId", "id" DESC
)
SELECT n."id" AS "eventId", n."at", n."groupsValue", n."resourceId" AS "userId",
       coalesce(u."displayName", n."subject", u."userName", '') AS "name",
       EXISTS (SELECT 1 FROM "Membership" m WHERE m."tenantId" = $1 AND m."userId" = n."resourceId"
               AND m."channel" = 'group') AS "throughGroups"
FROM newest n JOIN "User" u ON u."tenantId" = $1 AND u."id" = n."resourceId" AND u."active"
ORDER BY n."id" DESC LIMIT ${PEOPLE_READ}`;

/** The newest whole body (POST or PUT) of each of the fifty people last pushed who are active, newest first. */
export async function readGroupsPayloads(db: Database, tenantId: string): Promise<GroupsPayload[]> {
  const { rows } = await db.pool.query<GroupsPayload>(PAYLOADS, [tenantId]);
  return rows;
}

/** The newest body of one person that could carry groups, and what its `groups` held. */
export type LastPayload = Pick<GroupsPayload, "eventId" | "at" | "groupsValue">;

/** Requests of one person that are looked through for an earlier `groups` value. */
const EARLIER_READ = 50;

/** The last body of one person: a whole one, or a change of the groups. Null when none is kept. */
export async function lastPayloadOf(
  db: Database,
  tenantId: string,
  userId: string,
): Promise<LastPayload | null> {
  const { rows } = await db.pool.query<LastPayload>(
    `SELECT "id" AS "eventId", "at", "groupsValue" FROM (
       SELECT "id", "at", "groupsValue", "operation", "outcome" FROM "ProvisioningEvent"
       WHERE "tenantId" = $1 AND "resourceId" = $2 ORDER BY "id" DESC LIMIT ${EARLIER_READ}) newest
     WHERE "outcome" IN ('applied', 'no_change')
       AND ("groupsValue" <> 'absent' OR ("groupsValue" IS NOT NULL AND "operation" IN ('user.create', 'user.replace')))
     ORDER BY "id" DESC LIMIT 1`,
    [tenantId, userId],
  );
  return rows[0] ?? null;
}

/** Someone who came with groups, and when. */
export type CarriedGroups = Pick<GroupsPayload, "at" | "name">;

/**
 * Which of these people came last with a `groups` value before the bodies that were read, and when. People remember a value
 * for longer than events are kept; an empty value makes them forget it, so their events are asked too.
 */
export async function lastWithGroups(
  db: Database,
  tenantId: string,
  payloads: readonly GroupsPayload[],
): Promise<CarriedGroups | null> {
  const people = payloads.flatMap(({ userId }) => userId ?? []);
  const { rows } = await db.pool.query<CarriedGroups>(
    `WITH person AS (
       SELECT "id", "receivedGroups", "receivedGroupsAt", ${PERSON_NAME} AS "name" FROM "User" u
       WHERE "tenantId" = $1 AND "id" = ANY ($2::uuid[]))
     (SELECT "receivedGroupsAt" AS "at", "name" FROM person
      WHERE "receivedGroupsAt" IS NOT NULL AND jsonb_typeof("receivedGroups") = 'array' AND "receivedGroups" <> '[]')
     UNION ALL
     (SELECT e."at", p."name" FROM person p CROSS JOIN LATERAL (
        SELECT "at", "groupsValue" FROM "ProvisioningEvent"
        WHERE "tenantId" = $1 AND "resourceId" = p."id" AND "outcome" IN ('applied', 'no_change')
        ORDER BY "id" DESC LIMIT ${EARLIER_READ}) e
      WHERE e."groupsValue" NOT IN ('absent', 'empty', '0'))
     ORDER BY "at" DESC LIMIT 1`,
    [tenantId, people],
  );
  return rows[0] ?? null;
}

/** How many of the people last pushed carried a `groups` value: "41 of 44". */
export async function groupsReceived(db: Database, tenantId: string): Promise<GroupsReceived> {
  const [payloads, { rows }] = await Promise.all([
    readGroupsPayloads(db, tenantId),
    db.pool.query<{ sent: number }>(
      `SELECT count(*)::int AS "sent" FROM "User" WHERE "tenantId" = $1 AND "scimState" = 'live' AND "active"`,
      [tenantId],
    ),
  ]);
  const people = payloads.length;
  return { people, withGroups: payloads.filter(carriesGroups).length, sent: rows[0]?.sent ?? people };
}

/** Whether a body named at least one group. */
export function carriesGroups(payload: Pick<GroupsPayload, "groupsValue">): boolean {
  return payload.groupsValue !== "absent" && payload.groupsValue !== "empty" && payload.groupsValue !== "0";
}

import type { Database } from "@rollcall/db";

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

/** How many of the people last pushed carried a `groups` value: "41 of 44". */
export async function groupsReceived(db: Database, tenantId: string): Promise<GroupsReceived> {
  const payloads = await readGroupsPayloads(db, tenantId);
  return { people: payloads.length, withGroups: payloads.filter(carriesGroups).length };
}

/** Whether a body named at least one group. */
export function carriesGroups(payload: Pick<GroupsPayload, "groupsValue">): boolean {
  return payload.groupsValue !== "absent" && payload.groupsValue !== "empty" && payload.groupsValue !== "0";
}

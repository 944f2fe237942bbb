import type { Database } from "@rollcall/db";
import { PERSON_NAME } from "../../people/person-sql.ts";
import { hasAddressSql } from "../../policies/address-sql.ts";
import { matchKey } from "../../policies/match-key.ts";
import { anywhere } from "../activity/subject-keys.ts";
import { EXPLAINED_COLUMNS, type ExplainedEvent, TOKEN_JOIN } from "../event.ts";

/** A request that named the person, with the identifiers it carried. */
export interface NamingEvent extends ExplainedEvent {
  readonly subjectKeys: readonly string[];
}

/** Someone here who is, or may be, the person. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly source: "scim" | "local" | "sso";
  readonly scimState: "none" | "live" | "deleted";
  readonly deactivatedAt: Date | null;
  readonly deactivatedBy: string | null;
  readonly teams: number;
  readonly receivedGroups: readonly unknown[] | null;
  /** Whether it bears the searched identity itself, not merely one that came with it. */
  readonly exact: boolean;
}

const EVENTS_READ = 50;
const REJECTED_READ = 2000;

const COLUMNS = `${EXPLAINED_COLUMNS}, e."subjectKeys"`;

/** The newest requests about people that carried the identifier, refused ones and look-ups included. */
export async function eventsNaming(db: Database, tenantId: string, key: string): Promise<NamingEvent[]> {
  const { rows } = await db.pool.query<NamingEvent>(
    `WITH named AS MATERIALIZED (
       SELECT "id" FROM (SELECT * FROM "ProvisioningEvent" WHERE "subjectKeys" @> ARRAY[$2::text] OFFSET 0) e
       WHERE "tenantId" = $1 AND "operation" LIKE 'user.%'),
     newest AS (SELECT "id" FROM named ORDER BY "id" DESC LIMIT ${EVENTS_READ})
     SELECT ${COLUMNS} FROM newest n JOIN "ProvisioningEvent" e ON e."tenantId" = $1 AND e."id" = n."id"
     ${TOKEN_JOIN} ORDER BY e."id" DESC`,
    [tenantId, key],
  );
  return rows;
}

/**
 * Refused people who may be the one searched for: the same name, or an identifier with the same part before the `@`. Read
 * from the newest refusals only.
 */
export async function refusalsResembling(
  db: Database,
  tenantId: string,
  key: string,
): Promise<NamingEvent[]> {
  const [local = key] = key.split("@", 1);
  const { rows } = await db.pool.query<NamingEvent>(
    `SELECT ${COLUMNS} FROM (
       SELECT * FROM "ProvisioningEvent" WHERE "tenantId" = $1 AND "outcome" = 'rejected'
       ORDER BY "id" DESC LIMIT ${REJECTED_READ}) e
     ${TOKEN_JOIN}
     WHERE e."operation" LIKE 'user.%' AND e."method" <> 'GET'
       AND (lower(e."subject") = $2
            OR EXISTS (SELECT 1 FROM unnest(e."subjectKeys") k WHERE split_part(k, '@', 1) = $3))
     ORDER BY e."id" DESC LIMIT ${EVENTS_READ}`,
    [tenantId, key, local],
  );
  return rows;
}

const KNOWN = `
SELECT u."id", ${PERSON_NAME} AS "name",
       u."email", u."active", u."source", u."scimState", u."deactivatedAt", u."deactivatedBy", u."receivedGroups",
       (SELECT count(DISTINCT m."teamId")::int FROM "Membership" m
        WHERE m."tenantId" = $1 AND m."userId" = u."id") AS "teams",
       (u."userNameKey" = $2 OR ${hasAddressSql("u", "$2")} OR u."externalId" = $3
        OR u."id"::text = $2) AS "exact"
FROM "User" u
WHERE u."tenantId" = $1 AND u."id" IN (
  SELECT "id" FROM "User" WHERE "tenantId" = $1 AND "userNameKey" = ANY ($4::text[])
  UNION SELECT "id" FROM "User" WHERE "tenantId" = $1 AND "emailKey" = ANY ($4::text[])
  UNION SELECT "id" FROM "User" WHERE "tenantId" = $1 AND cardinality("emailKeys") > 1 AND "emailKeys" && $4::text[]
  UNION SELECT "id" FROM "User" WHERE "tenantId" = $1 AND "externalId" = ANY ($5::text[])
  UNION SELECT "id" FROM "User" WHERE "tenantId" = $1 AND "id" = ANY ($6::uuid[]))
ORDER BY "exact" DESC, (u."scimState" = 'live') DESC, u."active" DESC, u."updatedAt" DESC LIMIT 10`;

/**
 * People here who bear the searched identity, and those who bear another identity that a request carried with it.
 *
 * @param text as searched, case kept: an externalId is compared exactly
 */
export async function peopleKnown(
  db: Database,
  tenantId: string,
  text: string,
  events: readonly NamingEvent[],
): Promise<Known[]> {
  const key = matchKey(text);
  const carried = events.flatMap((event) => event.subjectKeys);
  const keys = [...new Set([key, ...carried])].slice(0, 60);
  const ids = [...keys, ...events.flatMap((event) => event.resourceId ?? [])].filter(isUuid);
  const externalIds = [text, ...(await externalIdsLike(db, tenantId, carried))];
  const values = [tenantId, key, text, [...keys, ...ids], externalIds, ids];
  const { rows } = await db.pool.query<Known>(KNOWN, values);
  return rows;
}

/** Events keep identifiers case folded; people keep their externalId as sent. */
async function externalIdsLike(
  db: Database,
  tenantId: string,
  carried: readonly string[],
): Promise<string[]> {
  const keys = carried.filter((key) => key.length >= 3).slice(0, 20);
  if (keys.length === 0) return [];
  const { rows } = await db.pool.query<{ externalId: string }>(
    `SELECT DISTINCT "externalId" FROM "User"
     WHERE "tenantId" = $1 AND "searchText" LIKE ANY ($2::text[]) AND lower("externalId") = ANY ($3::text[]) LIMIT 10`,
    [tenantId, keys.map(anywhere), keys],
  );
  return rows.map((row) => row.externalId);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function isUuid(text: string): boolean {
  return UUID.test(text);
}

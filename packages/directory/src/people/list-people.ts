import type { Database } from "@rollcall/db";
import { effectiveRoleSql, type TenantRole } from "../accounts/effective-role.ts";
import { Parameters } from "../sql/parameters.ts";
import { peopleCondition, STATUS } from "./people-filter.ts";
import type { PeopleFilter, PeopleQuery, PeopleSort, PersonSource } from "./people-query.ts";
import { problemsOf } from "./person-problem.ts";
import { PERSON_NAME } from "./person-sql.ts";

/** A person in a list. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly userName: string;
  readonly externalId: string | null;
  readonly active: boolean;
  /** `scim:active`, `scim:delete` or the name of the admin. */
  readonly deactivatedBy: string | null;
  readonly deactivatedAt: Date | null;
  readonly source: PersonSource;
  readonly role: TenantRole;
  readonly recovery: boolean;
  readonly lastProvisionedAt: Date | null;
  readonly lastSignInAt: Date | null;
  /** The first teams by name, and how many there are. */
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly teamCount: number;
  /** The last change that was rejected and not followed by an accepted one. */
  readonly problem: { readonly eventId: string; readonly reason: string | null } | null;
}

export interface PeoplePage {
  readonly people: readonly PersonRow[];
  readonly total: number;
  /** How many deactivated people match everything but the status: those that the usual view hides. */
  readonly hiddenDeactivated: number;
}

const ORDER: Record<PeopleSort, (direction: string) => string> = {
  name: (direction) => `lower(${PERSON_NAME}) ${direction}, u."id" ${direction}`,
  status: (direction) => `u."active" ${direction === "ASC" ? "DESC" : "ASC"}, lower(${PERSON_NAME}), u."id"`,
  lastChange: (direction) => `u."lastProvisionedAt" ${direction} NULLS LAST, u."id"`,
  lastSignIn: (direction) => `u."lastSignInAt" ${direction} NULLS LAST, u."id"`,
};

/**
 * One page of a tenant's people, searched, filtered and sorted by the database.
 *
 * @returns An empty page when there is none of that number; `total` says how many match.
 */
export async function listPeople(db: Database, tenantId: string, query: PeopleQuery): Promise<PeoplePage> {
  const [people, counts] = await Promise.all([
    peopleRows(db, tenantId, query),
    countPeople(db, tenantId, query),
  ]);
  return { people, ...counts };
}

/** How many people a filter matches, and how many deactivated ones its status hides, in one pass. */
export async function countPeople(
  db: Database,
  tenantId: string,
  filter: PeopleFilter,
): Promise<Omit<PeoplePage, "people">> {
  const parameters = new Parameters();
  const condition = peopleCondition(tenantId, { ...filter, status: "all" }, parameters);
  const hides = filter.status === "active" || filter.status === "never_signed_in";
  const { rows } = await db.pool.query<Omit<PeoplePage, "people">>(
    `SELECT count(*) FILTER (WHERE ${STATUS[filter.status]})::int AS "total",
            count(*) FILTER (WHERE ${hides} AND NOT u."active")::int AS "hiddenDeactivated"
     FROM "User" u WHERE ${condition}`,
    parameters.values,
  );
  return rows[0] ?? { total: 0, hiddenDeactivated: 0 };
}

/** The rows of one page: the page is cut before anything is looked up for its people. */
async function peopleRows(db: Database, tenantId: string, query: PeopleQuery): Promise<PersonRow[]> {
  const parameters = new Parameters();
  const condition = peopleCondition(tenantId, query, parameters);
  const order = ORDER[query.sort](query.descending ? "DESC" : "ASC");
  const limit = parameters.add(query.size);
  const offset = parameters.add((query.page - 1) * query.size);
  const { rows } = await db.pool.query<PersonRow>(
    `WITH page AS MATERIALIZED (
       SELECT found."id", row_number() OVER () AS position
       FROM (SELECT u."id" FROM "User" u WHERE ${condition} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}) found
     )
     SELECT u."id", ${PERSON_NAME} AS "name", u."email", u."userName", u."externalId", u."active",
            u."deactivatedBy", u."deactivatedAt", u."source", ${effectiveRoleSql("u")} AS "role", u."recovery",
            u."lastProvisionedAt", u."lastSignInAt",
            coalesce(teams.first, '[]') AS "teams", coalesce(teams.count, 0) AS "teamCount",
            problem."value" AS "problem"
     FROM page JOIN "User" u ON u."tenantId" = $1 AND u."id" = page."id"
     LEFT JOIN LATERAL (${TEAMS_OF_PERSON}) teams ON true
     LEFT JOIN (
       SELECT DISTINCT ON ("personId") "personId", json_build_object('eventId', "eventId", 'reason', "reason") AS value
       FROM (${problemsOf("$1")}) rejected ORDER BY "personId", "at" DESC
     ) problem ON problem."personId" = u."id"
     ORDER BY page.position`,
    parameters.values,
  );
  return rows;
}

/** A person may be in a team through several channels; the team counts once. */
const TEAMS_OF_PERSON = `
  SELECT count(*)::int AS count,
         to_json((array_agg(json_build_object('id', id, 'name', name) ORDER BY lower(name)))[1:2]) AS first
  FROM (SELECT DISTINCT t."id", t."displayName" AS name FROM "Membership" m
        JOIN "Team" t ON t."tenantId" = m."tenantId" AND t."id" = m."teamId"
        WHERE m."tenantId" = u."tenantId" AND m."userId" = u."id") team`;

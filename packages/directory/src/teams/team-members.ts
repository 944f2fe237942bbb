import type { Database } from "@rollcall/db";
import { effectiveRoleSql, type TenantRole } from "../accounts/effective-role.ts";
import { PERSON_NAME, searchCondition } from "../people/person-sql.ts";
import type { MembershipChannel } from "../people/person-teams.ts";
import { Parameters } from "../sql/parameters.ts";

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly source: "scim" | "local" | "sso";
  readonly role: TenantRole;
  readonly recovery: boolean;
  readonly channels: readonly MembershipChannel[];
  readonly since: Date;
}

export interface MembersQuery {
  readonly search?: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface MembersPage {
  readonly members: readonly TeamMember[];
  readonly total: number;
}

/** One page of a team's members, by name. */
export async function teamMembers(
  db: Database,
  tenantId: string,
  teamId: string,
  query: MembersQuery,
): Promise<MembersPage> {
  const parameters = new Parameters();
  const tenant = parameters.add(tenantId);
  const team = parameters.add(teamId);
  const found = query.search?.trim() ? `AND ${searchCondition(query.search, parameters)}` : "";
  const limit = parameters.add(query.size);
  const offset = parameters.add((query.page - 1) * query.size);
  const { rows } = await db.pool.query<TeamMember & { total: number }>(
    `SELECT u."id", ${PERSON_NAME} AS "name", u."email", u."active", u."source", ${effectiveRoleSql("u")} AS "role", u."recovery",
            m."channels", m."since",
            count(*) OVER ()::int AS "total"
     FROM (SELECT "userId", array_agg("channel"::text ORDER BY "channel") AS "channels", min("createdAt") AS "since"
           FROM "Membership" WHERE "tenantId" = ${tenant} AND "teamId" = ${team} GROUP BY "userId") m
     JOIN "User" u ON u."tenantId" = ${tenant} AND u."id" = m."userId"
     WHERE true ${found}
     ORDER BY lower(${PERSON_NAME}), u."id" LIMIT ${limit} OFFSET ${offset}`,
    parameters.values,
  );
  return { members: rows.map(({ total: _, ...member }) => member), total: rows[0]?.total ?? 0 };
}

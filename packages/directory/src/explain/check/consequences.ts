import type { Queryable } from "@rollcall/db";
import { effectiveRoleSql } from "../../accounts/effective-role.ts";
import { PERSON_NAME } from "../../people/person-sql.ts";

const ADMINS = `
  SELECT u.id, ${PERSON_NAME} AS name FROM "User" u
   WHERE u."tenantId" = $1 AND u.active
     AND (u.role = 'admin' OR u.id IN (
       SELECT m."userId" FROM "Team" t JOIN "Membership" m ON m."tenantId" = t."tenantId" AND m."teamId" = t.id
        WHERE t."tenantId" = $1 AND t."grantsRole" = 'admin'))
     AND ${effectiveRoleSql("u")} = 'admin'`;

/** Every active admin by id, with the name. */
export async function readAdmins(to: Queryable, tenantId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await to.query<{ id: string; name: string }>(ADMINS, [tenantId]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Teams that this transaction has made: they are of its own moment. */
const NEW_TEAMS = `
  SELECT "displayName" FROM "Team"
   WHERE "tenantId" = $1 AND "displayName" = ANY($2) AND "createdAt" = now()::timestamptz(3) ORDER BY 1`;

/** Which of these names are of teams that did not exist when the transaction began. */
export async function madeTeams(
  to: Queryable,
  tenantId: string,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const { rows } = await to.query<{ displayName: string }>(NEW_TEAMS, [tenantId, names]);
  return rows.map((row) => row.displayName);
}

const MAX_NAMED = 25;

const MEMBERS = `
  SELECT ${PERSON_NAME} AS name, (count(*) OVER ())::int AS total
    FROM (SELECT DISTINCT "userId" FROM "Membership" WHERE "tenantId" = $1 AND "teamId" = $2) m
    JOIN "User" u ON u."tenantId" = $1 AND u.id = m."userId" ORDER BY 1 LIMIT ${MAX_NAMED}`;

/** The members of a team by name; of many the first, and how many more. */
export async function memberNames(
  to: Queryable,
  tenantId: string,
  teamId: string,
): Promise<readonly string[]> {
  const { rows } = await to.query<{ name: string; total: number }>(MEMBERS, [tenantId, teamId]);
  const more = (rows[0]?.total ?? 0) - rows.length;
  const names = rows.map((row) => row.name);
  return more > 0 ? [...names, `+${more}`] : names;
}

/** A team as it was made. */
export interface MadeTeam {
  readonly displayName: string;
  /** What it is called here. */
  readonly name: string;
  readonly externalId: string | null;
}

const TEAM = `SELECT "displayName", name, "externalId" FROM "Team" WHERE "tenantId" = $1 AND id = $2`;

export async function readTeam(
  to: Queryable,
  tenantId: string,
  teamId: string,
): Promise<MadeTeam | undefined> {
  const { rows } = await to.query<MadeTeam>(TEAM, [tenantId, teamId]);
  return rows[0];
}

import type { Database } from "@rollcall/db";
import type { TenantRole } from "../accounts/effective-role.ts";
import { PERSON_NAME } from "../people/person-sql.ts";
import { SCIM_LISTENS } from "./locked-team.ts";

/** What goes away with a team. */
export interface DeletionImpact {
  readonly displayName: string;
  readonly memberCount: number;
  /** The first members by name. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly email: string | null }[];
  readonly grantsRole: TenantRole | null;
  /** People who are admins through this team alone, and would be members after it. */
  readonly losingAdmin: readonly { readonly id: string; readonly name: string }[];
  /** The identity provider is listened to: if it still sends the group, the team comes back. */
  readonly mayReturn: boolean;
  /** Whether the name must be typed: something is lost. */
  readonly typed: boolean;
}

const SHOWN = 10;

/** Who loses what when a team is deleted. @returns undefined when there is no such team */
export async function deletionImpact(
  db: Database,
  tenantId: string,
  teamId: string,
): Promise<DeletionImpact | undefined> {
  const { rows } = await db.pool.query<Omit<DeletionImpact, "typed" | "losingAdmin" | "members">>(
    `SELECT t."displayName", t."grantsRole", t."source" = 'scim' AND ${SCIM_LISTENS} AS "mayReturn",
            (SELECT count(DISTINCT "userId")::int FROM "Membership" m WHERE m."tenantId" = $1 AND m."teamId" = $2) AS "memberCount"
     FROM "Team" t WHERE t."tenantId" = $1 AND t."id" = $2`,
    [tenantId, teamId],
  );
  const team = rows[0];
  if (team === undefined) return undefined;
  const [members, losingAdmin] = await Promise.all([
    db.pool.query<DeletionImpact["members"][number]>(MEMBERS, [tenantId, teamId, SHOWN]),
    team.grantsRole === "admin"
      ? db.pool.query<DeletionImpact["losingAdmin"][number]>(LOSING_ADMIN, [tenantId, teamId])
      : { rows: [] },
  ]);
  const typed = team.memberCount > 0 || team.grantsRole !== null;
  return { ...team, members: members.rows, losingAdmin: losingAdmin.rows, typed };
}

const MEMBER = `
  FROM "User" u WHERE u."tenantId" = $1 AND EXISTS (
    SELECT 1 FROM "Membership" m WHERE m."tenantId" = $1 AND m."teamId" = $2 AND m."userId" = u."id")`;

const MEMBERS = `SELECT u."id", ${PERSON_NAME} AS "name", u."email" ${MEMBER} ORDER BY lower(${PERSON_NAME}), u."id" LIMIT $3`;

const LOSING_ADMIN = `
  SELECT u."id", ${PERSON_NAME} AS "name" ${MEMBER} AND u."role" IS NULL AND u."active" AND NOT EXISTS (
    SELECT 1 FROM "Membership" o JOIN "Team" t ON t."tenantId" = o."tenantId" AND t."id" = o."teamId"
    WHERE o."tenantId" = $1 AND o."userId" = u."id" AND o."teamId" <> $2 AND t."grantsRole" = 'admin')
  ORDER BY lower(${PERSON_NAME}), u."id"`;

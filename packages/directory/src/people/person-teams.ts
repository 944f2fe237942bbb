import type { Database } from "@rollcall/db";
import type { TenantRole } from "../accounts/effective-role.ts";

/** Which way a membership came: through /Groups, through the person's `groups` value, by hand. */
export type MembershipChannel = "group" | "attribute" | "manual";

export interface PersonTeam {
  readonly id: string;
  readonly displayName: string;
  readonly name: string;
  readonly source: "scim" | "manual";
  readonly grantsRole: TenantRole | null;
  readonly channels: readonly MembershipChannel[];
  readonly since: Date;
}

/** The teams that a person is in, by name, each with every way that says so. */
export async function personTeams(db: Database, tenantId: string, userId: string): Promise<PersonTeam[]> {
  const { rows } = await db.pool.query<PersonTeam>(
    `SELECT t."id", t."displayName", t."name", t."source", t."grantsRole",
            array_agg(m."channel"::text ORDER BY m."channel") AS "channels", min(m."createdAt") AS "since"
     FROM "Membership" m JOIN "Team" t ON t."tenantId" = m."tenantId" AND t."id" = m."teamId"
     WHERE m."tenantId" = $1 AND m."userId" = $2
     GROUP BY t."tenantId", t."id" ORDER BY lower(t."displayName"), t."id"`,
    [tenantId, userId],
  );
  return rows;
}

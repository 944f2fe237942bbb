import type { Database } from "@rollcall/db";
import { effectiveRoleSql, type TenantRole } from "../accounts/effective-role.ts";
import type { PersonSource } from "./people-query.ts";
import { problemsOf } from "./person-problem.ts";
import { PERSON_NAME } from "./person-sql.ts";

/** Everything that the console shows of a person beside lists of their own (teams, sessions, timeline). */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly userName: string;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly active: boolean;
  readonly deactivatedAt: Date | null;
  readonly deactivatedBy: string | null;
  readonly source: PersonSource;
  readonly scimState: "none" | "live" | "deleted";
  /** Given by hand; null leaves it to the teams. */
  readonly givenRole: TenantRole | null;
  /** The role that counts. */
  readonly role: TenantRole;
  readonly recovery: boolean;
  readonly hasPassword: boolean;
  /** SCIM attributes without a column. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The `groups` value last received: null when none ever was. */
  readonly receivedGroups: readonly string[] | null;
  readonly receivedGroupsAt: Date | null;
  readonly createdAt: Date;
  readonly lastProvisionedAt: Date | null;
  readonly lastSignInAt: Date | null;
  readonly problem: { readonly eventId: string; readonly reason: string | null; readonly at: string } | null;
}

/** @returns undefined when the tenant has no such person. */
export async function getPerson(db: Database, tenantId: string, userId: string): Promise<Person | undefined> {
  const { rows } = await db.pool.query<Person>(
    `SELECT u."id", ${PERSON_NAME} AS "name", u."displayName", u."givenName", u."familyName", u."userName",
            u."email", u."externalId", u."active", u."deactivatedAt", u."deactivatedBy", u."source", u."scimState",
            u."role" AS "givenRole", ${effectiveRoleSql("u")} AS "role", u."recovery",
            u."passwordHash" IS NOT NULL AS "hasPassword", u."attributes", u."receivedGroups", u."receivedGroupsAt",
            u."createdAt", u."lastProvisionedAt", u."lastSignInAt",
            (SELECT json_build_object('eventId', p."eventId", 'reason', p."reason", 'at', p."at")
             FROM (${problemsOf("$1")}) p WHERE p."personId" = u."id" ORDER BY p."at" DESC LIMIT 1) AS "problem"
     FROM "User" u WHERE u."tenantId" = $1 AND u."id" = $2`,
    [tenantId, userId],
  );
  return rows[0];
}

import type { Database } from "@rollcall/db";
import { PERSON_NAME } from "./person-sql.ts";

/** What a local account could be linked to. */
export interface LinkCandidates {
  /** The newest request that was turned away because this account has its user name or address. */
  readonly refused: {
    readonly eventId: string;
    readonly at: Date;
    readonly userName: string | null;
    readonly externalId: string | null;
  } | null;
  /** Provisioned people with the same address or the same name: the same human, perhaps. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly userName: string;
  }[];
}

const REFUSED = `
  SELECT e."id" AS "eventId", e."at", e."request"->>'userName' AS "userName", e."request"->>'externalId' AS "externalId"
  FROM "ProvisioningEvent" e JOIN "User" u ON u."tenantId" = e."tenantId"
  WHERE e."tenantId" = $1 AND u."id" = $2 AND e."outcome" = 'rejected' AND e."reason" = 'user.local_conflict'
    AND e."subjectKeys" && array_remove(ARRAY[u."userNameKey", u."emailKey"], NULL)
  ORDER BY e."id" DESC LIMIT 1`;

const SAME_HUMAN = `
  SELECT p."id", ${PERSON_NAME.replaceAll('u."', 'p."')} AS "name", p."email", p."userName"
  FROM "User" u JOIN "User" p ON p."tenantId" = u."tenantId" AND p."id" <> u."id" AND p."scimState" = 'live'
  WHERE u."tenantId" = $1 AND u."id" = $2
    AND (p."emailKey" = u."emailKey" OR p."userNameKey" = u."emailKey"
         OR lower(${PERSON_NAME.replaceAll('u."', 'p."')}) = lower(${PERSON_NAME}))
  ORDER BY p."emailKey" = u."emailKey" DESC NULLS LAST, p."id" LIMIT 5`;

/** For an account that no identity provider sent: who in the identity provider it may belong to. */
export async function linkCandidates(
  db: Database,
  tenantId: string,
  userId: string,
): Promise<LinkCandidates> {
  const [refused, people] = await Promise.all([
    db.pool.query<NonNullable<LinkCandidates["refused"]>>(REFUSED, [tenantId, userId]),
    db.pool.query<LinkCandidates["people"][number]>(SAME_HUMAN, [tenantId, userId]),
  ]);
  return { refused: refused.rows[0] ?? null, people: people.rows };
}

const SUCCESSORS = `
  SELECT p."id", ${PERSON_NAME.replaceAll('u."', 'p."')} AS "name", p."email", p."userName"
  FROM "User" u JOIN "User" p ON p."tenantId" = u."tenantId" AND p."externalId" = u."externalId"
  WHERE u."tenantId" = $1 AND u."id" = $2 AND p."id" > u."id" AND p."scimState" = 'live' AND p."active"
  ORDER BY p."id" LIMIT 5`;

/** For a provisioned person: who was made anew under the same id of the identity provider. */
export async function successors(db: Database, tenantId: string, userId: string): Promise<LinkCandidates> {
  const { rows } = await db.pool.query<LinkCandidates["people"][number]>(SUCCESSORS, [tenantId, userId]);
  return { refused: null, people: rows };
}

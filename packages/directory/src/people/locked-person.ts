import type { ClientBase } from "pg";
import type { TenantRole } from "../accounts/effective-role.ts";
import type { PersonSource } from "./people-query.ts";
import { PERSON_NAME } from "./person-sql.ts";

/** What an act on a person needs to know of them. */
export interface LockedPerson {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly source: PersonSource;
  readonly scimState: "none" | "live" | "deleted";
  /** The role given by hand. */
  readonly role: TenantRole | null;
}

/** Reads a person and keeps every other writer away from them until the transaction ends. */
export async function lockPerson(
  client: ClientBase,
  tenantId: string,
  id: string,
): Promise<LockedPerson | undefined> {
  const { rows } = await client.query<LockedPerson>(
    `SELECT u."id", ${PERSON_NAME} AS "name", u."userName", u."email", u."active", u."source", u."scimState", u."role"
     FROM "User" u WHERE u."tenantId" = $1 AND u."id" = $2 FOR UPDATE`,
    [tenantId, id],
  );
  return rows[0];
}

/** The target of an audit entry about a person. */
export function personTarget(person: Pick<LockedPerson, "id" | "name">) {
  return { type: "user", id: person.id, name: person.name };
}

import type { ScimError } from "@rollcall/scim";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { type Candidate, localConflict, localMatches, userNameTaken } from "../policies/match-person.ts";
import type { Caller } from "./caller.ts";
import { type Queryable, statement } from "./statement.ts";
import type { UserColumns, UserRow } from "./user-row.ts";

const OTHERS = `
  SELECT u.id, u."userName", u."userNameKey", u."emailKey", u."scimState", ${effectiveRoleSql("u")} = 'admin' AS "isAdmin"
    FROM "User" u
   WHERE u."tenantId" = $1 AND u.id <> $2
     AND (u."userNameKey" = $3 OR (u."emailKey" = $4 AND u."scimState" = 'none'))`;

/** Whether a changed userName or address is someone else's here; undefined when it is not. */
export async function conflictOfChange(
  to: Queryable,
  caller: Caller,
  before: UserRow & { readonly email: string | null },
  columns: UserColumns,
): Promise<ScimError | undefined> {
  if (before.userName === columns.userName && before.email === columns.email) return undefined;
  const values = [caller.tenantId, before.id, columns.userNameKey, columns.emailKey];
  const { rows } = await to.query<Candidate>(statement(OTHERS, values));
  const live = rows.find((row) => row.scimState === "live" && row.userNameKey === columns.userNameKey);
  if (live !== undefined) return userNameTaken(live.userName);
  const local = localMatches(columns, rows)[0];
  return local && localConflict(local);
}

import type { Call } from "@rollcall/scim";
import type { QueryConfig } from "pg";
import { CALLER, callerValues, TENANT } from "./caller.ts";
import type { GroupRow } from "./group-row.ts";
import { idOrNull } from "./ids.ts";
import { statement } from "./statement.ts";

/** A group whose row this transaction has locked. */
export interface LockedGroup extends Omit<GroupRow, "createdAt" | "updatedAt"> {
  readonly displayNameKey: string;
  readonly name: string;
  /** Whether its members are admins. */
  readonly grantsAdmin: boolean | null;
}

const LOCKED_GROUP = `
  WITH ${CALLER}, locked AS MATERIALIZED (
    SELECT id, "displayName", "displayNameKey", name, "externalId", version, "grantsRole" = 'admin' AS "grantsAdmin"
      FROM "Team" WHERE "tenantId" = ${TENANT} AND id = $3 AND source = 'scim' FOR UPDATE)
  SELECT * FROM caller LEFT JOIN locked ON true`;

/** The first statement of a group write: checks the caller and locks the group's row before anything else is locked. */
export function lockedGroup(call: Call, id: string): QueryConfig {
  return statement(LOCKED_GROUP, [...callerValues(call.tenant, call.credential), idOrNull(id)]);
}

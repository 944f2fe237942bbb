import type { Call, ListQuery, Outcome, Page, UserRecord } from "@rollcall/scim";
import { operationOf } from "../events/operation.ts";
import { filterSubject } from "../events/subject.ts";
import { connectionView } from "./caller.ts";
import { userSource } from "./filter/user-source.ts";
import { listPage } from "./list-page.ts";
import type { Listing } from "./list-sql.ts";
import type { Provisioning } from "./provisioning.ts";
import { groupsColumn, type UserWithGroups, userColumns, userRecord } from "./user-row.ts";

/** The users that SCIM sees. */
export const USERS: Listing = {
  type: "User",
  table: () => `"User" u`,
  row: "u",
  visible: `u."scimState" = 'live'`,
  columns: `${userColumns("u")}, ${groupsColumn("u")}`,
  resolve: userSource,
};

/** GET /Users: caller, count and page in one statement. RFC 7644 §3.4.2 */
export async function listUsers(
  to: Provisioning,
  call: Call,
  query: ListQuery,
): Promise<Outcome<Page<UserRecord>>> {
  const listed = await listPage<UserWithGroups>(to, call, query, USERS);
  if (!listed.listed) return listed.outcome;
  const resources = listed.rows.map((row) => userRecord(row, row.groups ?? []));
  const only = listed.totalResults === 1 ? resources[0] : undefined;
  to.note(call, listed.caller, {
    operation: operationOf(call.method, call.path),
    outcome: "lookup",
    status: 200,
    resourceType: "User",
    ...(only && { resourceId: only.id }),
    ...filterSubject(query.filter),
    response: { totalResults: listed.totalResults, itemsPerPage: resources.length },
  });
  const { totalResults, nextCursor } = listed;
  const page: Page<UserRecord> = { totalResults, resources, ...(nextCursor && { nextCursor }) };
  return { ok: true, value: page, connection: connectionView(listed.caller) };
}

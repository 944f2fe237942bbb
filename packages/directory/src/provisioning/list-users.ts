import type { Call, ListQuery, Outcome, Page, UserRecord } from "@rollcall/scim";
import { operationOf } from "../events/operation.ts";
import { filterSubject } from "../events/subject.ts";
import { connectionView } from "./caller.ts";
import { userSource } from "./filter/user-source.ts";
import { readUser, type UserKey } from "./get-user.ts";
import { type Listed, listPage } from "./list-page.ts";
import type { Listing } from "./list-sql.ts";
import type { Provisioning } from "./provisioning.ts";
import { groupsColumn, type UserWithGroups, userColumns, userRecord } from "./user-row.ts";

/** The users that SCIM sees. */
export const USERS: Listing = {
  type: "User",
  table: () => `"User" u`,
  row: "u",
  visible: `u."scimState" = 'live'`,
  columns: `u.id, (SELECT to_json(whole) FROM (SELECT ${userColumns("u")}, ${groupsColumn("u")}) whole) AS "user"`,
  resolve: userSource,
};

type UserListed = Listed<{ readonly user: UserWithGroups }>;

/** GET /Users: caller, count and page in one statement. RFC 7644 §3.4.2 */
export async function listUsers(
  to: Provisioning,
  call: Call,
  query: ListQuery,
): Promise<Outcome<Page<UserRecord>>> {
  const key = keyIn(query);
  const listed: UserListed = key ? await findUser(to, call, key) : await listPage(to, call, query, USERS);
  if (!listed.listed) return listed.outcome;
  const resources = listed.rows.map(({ user }) => userRecord(user, user.groups ?? []));
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

/** The key in a filter that names one person and nobody else, as identity providers send before each write. */
function keyIn({ filter, page }: ListQuery): UserKey | undefined {
  if (filter?.kind !== "compare" || filter.operator !== "eq" || page.kind !== "index") return undefined;
  if (page.startIndex !== 1 || page.count === 0) return undefined;
  const { attribute, value } = filter;
  if (attribute.extension !== undefined || attribute.sub !== undefined || typeof value !== "string")
    return undefined;
  if ((attribute.name !== "id" && attribute.name !== "userName") || value.includes("\0")) return undefined;
  return { attribute: attribute.name, value };
}

/** A page that is one person, or empty. */
async function findUser(to: Provisioning, call: Call, key: UserKey): Promise<UserListed> {
  const read = await readUser(to, call, key);
  const admission = await to.admit(call, read?.caller);
  if (!admission.admitted) return { listed: false, outcome: admission.outcome };
  const rows = read?.row ? [{ user: read.row }] : [];
  return { listed: true, caller: admission.caller, rows, totalResults: rows.length };
}

import type { Call, GroupListQuery, GroupRecord, MemberField, Outcome, Page } from "@rollcall/scim";
import { operationOf } from "../events/operation.ts";
import { filterSubject } from "../events/subject.ts";
import { connectionView } from "./caller.ts";
import { groupSource } from "./filter/group-source.ts";
import { type FirstMembers, type GroupRow, groupColumns, groupRecord, membersJoin } from "./group-row.ts";
import { listPage } from "./list-page.ts";
import type { Listing } from "./list-sql.ts";
import type { Provisioning } from "./provisioning.ts";

/** The groups that SCIM sees: teams made by hand are not among them. */
export function groupListing(members: readonly MemberField[], baseUrl: string): Listing {
  return {
    type: "Group",
    table: () => `"Team" g`,
    row: "g",
    visible: `g.source = 'scim'`,
    columns: groupColumns("g"),
    resolve: groupSource,
    join: (parameters) => membersJoin("page.id", members, baseUrl, parameters),
  };
}

/** GET /Groups: caller, count, page and members in one statement. RFC 7644 §3.4.2 */
export async function listGroups(
  to: Provisioning,
  call: Call,
  query: GroupListQuery,
): Promise<Outcome<Page<GroupRecord>>> {
  const listing = groupListing(query.members, call.baseUrl);
  const listed = await listPage<GroupRow & FirstMembers>(to, call, query, listing);
  if (!listed.listed) return listed.outcome;
  const resources = listed.rows.map((row) => groupRecord(to.db.pool, call, row, query.members));
  const only = listed.totalResults === 1 ? resources[0] : undefined;
  to.note(call, listed.caller, {
    operation: operationOf(call.method, call.path),
    outcome: "lookup",
    status: 200,
    resourceType: "Group",
    ...(only && { resourceId: only.id }),
    ...filterSubject(query.filter),
    response: { totalResults: listed.totalResults, itemsPerPage: resources.length },
  });
  const { totalResults, nextCursor } = listed;
  const page: Page<GroupRecord> = { totalResults, resources, ...(nextCursor && { nextCursor }) };
  return { ok: true, value: page, connection: connectionView(listed.caller) };
}

import type { AnyRecord, Call, GroupListQuery, ListQuery, MemberField, Outcome, Page } from "@rollcall/scim";
import { operationOf } from "../events/operation.ts";
import { filterSubject } from "../events/subject.ts";
import { Parameters } from "../sql/parameters.ts";
import { CALLER, callerValues, connectionView, TENANT } from "./caller.ts";
import { one, type Scope, text } from "./filter/common-source.ts";
import { filterSql, type Resolve } from "./filter/filter-sql.ts";
import { groupSource } from "./filter/group-source.ts";
import { orderOf } from "./filter/sort-sql.ts";
import { userSource } from "./filter/user-source.ts";
import { type FirstMembers, type GroupRow, groupColumns, groupRecord, membersJoin } from "./group-row.ts";
import { listPage } from "./list-page.ts";
import type { Listing } from "./list-sql.ts";
import type { Provisioning } from "./provisioning.ts";
import { statement } from "./statement.ts";
import { groupsColumn, type UserWithGroups, userColumns, userRecord } from "./user-row.ts";

interface Found {
  readonly type: "User" | "Group";
  readonly id: string;
}

/** Users and groups as one list of ids: the filter and the sort mean each type's own attributes. */
const EVERYTHING: Listing = {
  type: "All",
  row: "r",
  table: everything,
  filtersItself: true,
  visible: "true",
  columns: "r.type, r.id",
  // Each branch has made its own sort key, as text.
  resolve: () => one(text("r.key", true)),
};

/** A query at the root, over both types. RFC 7644 §3.4.2.1 */
export async function listAll(
  to: Provisioning,
  call: Call,
  query: GroupListQuery,
): Promise<Outcome<Page<AnyRecord>>> {
  const listed = await listPage<Found>(to, call, query, EVERYTHING);
  if (!listed.listed) return listed.outcome;
  const [users, groups] = await Promise.all([
    usersById(to, call, listed.rows),
    groupsById(to, call, listed.rows, query.members),
  ]);
  const resources = listed.rows.flatMap((row) => users.get(row.id) ?? groups.get(row.id) ?? []);
  to.note(call, listed.caller, {
    operation: operationOf(call.method, call.path),
    outcome: "lookup",
    status: 200,
    ...filterSubject(query.filter),
    response: { totalResults: listed.totalResults, itemsPerPage: resources.length },
  });
  const { totalResults, nextCursor } = listed;
  const page: Page<AnyRecord> = { totalResults, resources, ...(nextCursor && { nextCursor }) };
  return { ok: true, value: page, connection: connectionView(listed.caller) };
}

function everything(scope: Scope, query: ListQuery): string {
  return `(${branch(scope, query, "User", "u", `u."scimState" = 'live'`, userSource)}
           UNION ALL ${branch(scope, query, "Group", "g", `g.source = 'scim'`, groupSource)}) r`;
}

function branch(
  outer: Scope,
  query: ListQuery,
  type: "User" | "Group",
  row: string,
  visible: string,
  resolve: Resolve,
): string {
  const scope = { ...outer, row };
  const filter = query.filter ? filterSql(query.filter, resolve, scope) : "true";
  const { key } = orderOf(query.sort, resolve, scope);
  const table = type === "User" ? `"User"` : `"Team"`;
  return `SELECT ${row}."tenantId", '${type}' AS type, ${row}.id, ${key ? `(${key.sql})::text` : "NULL::text"} AS key
            FROM ${table} ${row} WHERE ${visible} AND ${filter}`;
}

const USERS_BY_ID = `
  WITH ${CALLER}, found AS (
    SELECT ${userColumns("u")}, ${groupsColumn("u")} FROM "User" u
     WHERE u."tenantId" = ${TENANT} AND u.id = ANY($3::uuid[]) AND u."scimState" = 'live')
  SELECT to_json(found) AS found FROM found`;

async function usersById(
  to: Provisioning,
  call: Call,
  found: readonly Found[],
): Promise<Map<string, AnyRecord>> {
  const ids = found.filter((row) => row.type === "User").map((row) => row.id);
  if (ids.length === 0) return new Map();
  const values = [...callerValues(call.tenant, call.credential), ids];
  const { rows } = await to.db.pool.query<{ found: UserWithGroups }>(statement(USERS_BY_ID, values));
  const records = rows.map(({ found }) => userRecord(found, found.groups ?? []));
  return new Map(records.map((user) => [user.id, { type: "User", user }]));
}

async function groupsById(
  to: Provisioning,
  call: Call,
  found: readonly Found[],
  members: readonly MemberField[],
): Promise<Map<string, AnyRecord>> {
  const ids = found.filter((row) => row.type === "Group").map((row) => row.id);
  if (ids.length === 0) return new Map();
  const parameters = new Parameters([...callerValues(call.tenant, call.credential), ids]);
  const text = `
    WITH ${CALLER}, found AS (
      SELECT ${groupColumns("g")} FROM "Team" g
       WHERE g."tenantId" = ${TENANT} AND g.id = ANY($3::uuid[]) AND g.source = 'scim')
    SELECT * FROM found ${membersJoin("found.id", members, call.baseUrl, parameters)}`;
  const { rows } = await to.db.pool.query<GroupRow & FirstMembers>(statement(text, parameters.values));
  return new Map(
    rows.map((row) => [row.id, { type: "Group", group: groupRecord(to.db.pool, call, row, members) }]),
  );
}

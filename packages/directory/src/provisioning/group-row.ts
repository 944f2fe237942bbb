import type { Call, GroupRecord, MemberField } from "@rollcall/scim";
import { Parameters } from "../sql/parameters.ts";
import { CALLER, callerValues, TENANT } from "./caller.ts";
import { type Queryable, statement } from "./statement.ts";

/** A group as the statements here select it. */
export interface GroupRow {
  readonly id: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The first members of a group, as JSON text without its brackets. */
export interface FirstMembers {
  readonly members?: string | null;
  readonly memberCount?: number;
  readonly lastMember?: string | null;
}

/** Members are read in pieces of this size, so that a group of any size costs little memory. */
const PIECE = 2_000;

/** @param group alias of the `"Team"` row */
export function groupColumns(group: string): string {
  return ["id", "displayName", "externalId", "version", "createdAt", "updatedAt"]
    .map((column) => `${group}."${column}"`)
    .join(", ");
}

/**
 * A lateral join that gives the first members of a group: the JSON text that the reply holds, made by PostgreSQL. Each
 * person is looked up by key (LIMIT 1 keeps the planner from joining), also where a table outgrew its statistics.
 *
 * @param group SQL of the group's id
 * @returns nothing when no part of the members is asked for
 */
export function membersJoin(
  group: string,
  fields: readonly MemberField[],
  baseUrl: string,
  parameters: Parameters,
  after = "",
): string {
  if (fields.length === 0) return "";
  return `LEFT JOIN LATERAL (
    SELECT string_agg(member.json, ',' ORDER BY member.id) AS members, count(*)::int AS "memberCount",
           max(member.id::text) AS "lastMember"
      FROM (SELECT m."userId" AS id, person.json
              FROM (SELECT DISTINCT "userId" FROM "Membership"
                     WHERE "tenantId" = ${TENANT} AND "teamId" = ${group} ${after}) m
             CROSS JOIN LATERAL (
               SELECT ${memberJson(fields, baseUrl, parameters)} AS json FROM "User" u
                WHERE u."tenantId" = ${TENANT} AND u.id = m."userId" AND u."scimState" = 'live' LIMIT 1) person
             ORDER BY m."userId" LIMIT ${PIECE}) member) first_members ON true`;
}

function memberJson(fields: readonly MemberField[], baseUrl: string, parameters: Parameters): string {
  const parts = [...new Set(fields)].map((field) => {
    switch (field) {
      case "$ref":
        return `'"$ref":' || ${parameters.add(JSON.stringify(`${baseUrl}/Users/`).slice(0, -1))}::text || u.id || '"'`;
      case "display":
        return `'"display":' || to_json(COALESCE(u."displayName", u."userName"))::text`;
      case "type":
        return `'"type":"User"'`;
      default:
        return `'"value":"' || u.id || '"'`;
    }
  });
  return `'{' || ${parts.join(` || ',' || `)} || '}'`;
}

/** @param fields what the reply needs of each member */
export function groupRecord(
  to: Queryable,
  call: Call,
  row: GroupRow & FirstMembers,
  fields: readonly MemberField[],
): GroupRecord {
  return {
    id: row.id,
    displayName: row.displayName,
    ...(row.externalId !== null && { externalId: row.externalId }),
    created: row.createdAt,
    lastModified: row.updatedAt,
    version: row.version,
    ...(fields.length > 0 && { members: membersOf(to, call, row, fields) }),
  };
}

function membersOf(
  to: Queryable,
  call: Call,
  row: GroupRow & FirstMembers,
  fields: readonly MemberField[],
): string | AsyncIterable<string> {
  const whole = (row.memberCount ?? 0) < PIECE;
  return whole ? `[${row.members ?? ""}]` : memberPieces(to, call, row, fields);
}

/** The members of a large group, piece after piece: whoever joins or leaves meanwhile, nobody else is lost or repeated. */
async function* memberPieces(
  to: Queryable,
  call: Call,
  row: GroupRow & FirstMembers,
  fields: readonly MemberField[],
): AsyncGenerator<string> {
  yield `[${row.members ?? ""}`;
  let piece: FirstMembers = row;
  while ((piece.memberCount ?? 0) >= PIECE && piece.lastMember) {
    piece = await nextPiece(to, call, row.id, piece.lastMember, fields);
    if (piece.members) yield `,${piece.members}`;
  }
  yield "]";
}

async function nextPiece(
  to: Queryable,
  call: Call,
  groupId: string,
  after: string,
  fields: readonly MemberField[],
): Promise<FirstMembers> {
  const parameters = new Parameters([...callerValues(call.tenant, call.credential), groupId, after]);
  const join = membersJoin("$3::uuid", fields, call.baseUrl, parameters, `AND "userId" > $4::uuid`);
  const text = `WITH ${CALLER} SELECT first_members.* FROM caller ${join}`;
  const { rows } = await to.query<FirstMembers>(statement(text, parameters.values));
  return rows[0] ?? {};
}

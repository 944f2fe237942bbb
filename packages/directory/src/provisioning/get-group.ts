import type { Call, GroupRecord, MemberField, Outcome, ScimError } from "@rollcall/scim";
import { Parameters } from "../sql/parameters.ts";
import { CALLER, type CallerRow, callerValues, connectionView, TENANT } from "./caller.ts";
import { type FirstMembers, type GroupRow, groupColumns, groupRecord, membersJoin } from "./group-row.ts";
import { idOrNull } from "./ids.ts";
import type { Provisioning } from "./provisioning.ts";
import { type Queryable, statement } from "./statement.ts";

/** The answer to an id that is no group here. */
export function unknownGroup(id: string): ScimError {
  return {
    code: "group.unknown_id",
    status: 404,
    detail: `There is no group with id "${id.slice(0, 100)}". It may have been deleted here: push the group again.`,
  };
}

/** Whether an outer join found a group. */
export function hasGroup<Row extends { readonly id: string }>(row: Partial<Row> | undefined): row is Row {
  return row?.id != null;
}

/** The caller and one group with its first members. */
export async function readGroup(
  to: Queryable,
  call: Call,
  id: string,
  members: readonly MemberField[],
): Promise<(CallerRow & Partial<GroupRow & FirstMembers>) | undefined> {
  const parameters = new Parameters([...callerValues(call.tenant, call.credential), idOrNull(id)]);
  const text = `
    WITH ${CALLER}, found AS (
      SELECT ${groupColumns("g")} FROM "Team" g
       WHERE g."tenantId" = ${TENANT} AND g.id = $3::uuid AND g.source = 'scim')
    SELECT * FROM caller LEFT JOIN found ON true ${membersJoin("found.id", members, call.baseUrl, parameters)}`;
  const { rows } = await to.query<CallerRow & Partial<GroupRow & FirstMembers>>(
    statement(text, parameters.values),
  );
  return rows[0];
}

/** GET /Groups/{id}: caller, group and members in one statement; more where there are many. RFC 7644 §3.4.1 */
export async function getGroup(
  to: Provisioning,
  call: Call,
  id: string,
  members: readonly MemberField[],
): Promise<Outcome<GroupRecord>> {
  const row = await readGroup(to.db.pool, call, id, members);
  const admission = await to.admit(call, row);
  if (!admission.admitted) return admission.outcome;
  const { caller } = admission;
  if (!hasGroup<GroupRow>(row)) {
    return to.reject(call, caller, unknownGroup(id), { resourceType: "Group", subjectKeys: [id] });
  }
  to.note(call, caller, {
    operation: "group.read",
    outcome: "lookup",
    status: 200,
    resourceType: "Group",
    resourceId: row.id,
    subject: row.displayName,
    subjectKeys: [row.displayName, row.id],
  });
  return { ok: true, value: groupRecord(to.db.pool, call, row, members), connection: connectionView(caller) };
}

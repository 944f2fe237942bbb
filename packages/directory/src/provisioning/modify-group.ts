import {
  type Call,
  type GroupChange,
  type GroupRecord,
  type MemberField,
  type Outcome,
  type Precondition,
  unmetCondition,
} from "@rollcall/scim";
import type { ClientBase } from "pg";
import { eventJson, eventRow } from "../events/event-row.ts";
import type { Change } from "../events/provisioning-event.ts";
import { markNewAdmins } from "../policies/last-admin.ts";
import { keepingAnAdmin } from "./attribute-memberships.ts";
import type { Caller } from "./caller.ts";
import { hasGroup, readGroup, unknownGroup } from "./get-group.ts";
import { groupSubject, memberChanges, memberWarnings } from "./group-event.ts";
import { type GroupName, groupName, NAMED_TEAMS, type NamedTeam, nameConflict } from "./group-name.ts";
import { type FirstMembers, type GroupRow, groupColumns, groupRecord } from "./group-row.ts";
import { type LockedGroup, lockedGroup } from "./locked-group.ts";
import { applyMemberSteps, type MemberEffect } from "./member-steps.ts";
import type { Provisioning } from "./provisioning.ts";
import { Overtaken, Refusal } from "./refusal.ts";
import { statement } from "./statement.ts";
import { transact } from "./transact.ts";

/**
 * PUT and PATCH /Groups/{id}, in one transaction: the team is locked, then its members change by set operations. A list
 * of members is never read, changed and written back. RFC 7644 §3.5
 */
export function modifyGroup(
  to: Provisioning,
  call: Call,
  id: string,
  change: GroupChange,
  precondition: Precondition,
  members: readonly MemberField[],
  atMost?: number,
): Promise<Outcome<GroupRecord>> {
  return transact<LockedGroup, GroupRecord>(to, call, lockedGroup(call, id), async (client, caller, rows) => {
    const group = rows[0];
    if (!hasGroup<LockedGroup>(group)) {
      throw new Refusal(unknownGroup(id), { resourceType: "Group", subjectKeys: [id] });
    }
    const unmet = unmetCondition(precondition, group.version);
    if (unmet !== undefined) throw new Refusal(unmet, groupSubject(group));
    const name = await newName(client, caller, group, change.displayName);
    const steps = () => applyMemberSteps(client, caller, group.id, change.members, call.baseUrl);
    const grantsAdmin = group.grantsAdmin === true;
    const effect = await keepingAnAdmin(client, caller, grantsAdmin, steps);
    if (grantsAdmin) await markNewAdmins(client, caller.tenantId, [...effect.joined.keys()]);
    const externalId = change.externalId === undefined ? group.externalId : change.externalId;
    const written = { ...group, ...(name ?? {}), externalId };
    const changes = [...ownChanges(group, written), ...memberChanges(effect)];
    const finished = await finish(client, call, caller, written, changes, effect, atMost);
    if (members.length === 0 || finished.tooMany) return groupRecord(to.db.pool, call, finished, []);
    const row = await readGroup(client, call, group.id, members);
    if (!hasGroup<GroupRow & FirstMembers>(row)) throw new Overtaken();
    return groupRecord(to.db.pool, call, row, members);
  });
}

/** The group's new name; undefined when it keeps the one it has. */
async function newName(
  client: ClientBase,
  caller: Caller,
  group: LockedGroup,
  displayName: string | undefined,
): Promise<GroupName | undefined> {
  if (displayName === undefined || displayName === group.displayName) return undefined;
  const name = groupName(displayName, caller.strictNames);
  if (!name.ok) throw new Refusal(name.error, groupSubject(group));
  const values = [caller.tenantId, [name.value.displayNameKey], [name.value.name.toLowerCase()]];
  const { rows } = await client.query<NamedTeam>(statement(NAMED_TEAMS, values));
  const conflict = nameConflict(name.value, rows, group.id);
  if (conflict !== undefined) throw new Refusal(conflict, groupSubject(group));
  return name.value;
}

function ownChanges(before: LockedGroup, after: LockedGroup): readonly Change[] {
  return (["displayName", "externalId"] as const)
    .filter((attribute) => before[attribute] !== after[attribute])
    .map((attribute) => ({ attribute, before: before[attribute], after: after[attribute] }));
}

/** What changed nothing leaves version and lastModified; that the group was named is remembered all the same. */
const FINISH = `
  WITH finished AS (
    UPDATE "Team" t
       SET "displayName" = $3, "displayNameKey" = $4, name = $5, "externalId" = $6, "lastTouchedAt" = now(),
           version = version + CASE WHEN $7 THEN 1 ELSE 0 END,
           "updatedAt" = CASE WHEN $7 THEN now() ELSE "updatedAt" END,
           "lastNonEmptyAt" = CASE WHEN $8 OR (
               SELECT true FROM "Membership" m WHERE m."tenantId" = $1 AND m."teamId" = $2 LIMIT 1)
             THEN now() ELSE "lastNonEmptyAt" END
     WHERE "tenantId" = $1 AND id = $2 RETURNING ${groupColumns("t")}),
  event AS (
    INSERT INTO "ProvisioningEvent"
    SELECT e.* FROM json_populate_record(NULL::"ProvisioningEvent", $9::json) e)
  SELECT finished.*, $10::int IS NOT NULL AND EXISTS (
      SELECT FROM "Membership" m WHERE m."tenantId" = $1 AND m."teamId" = $2 OFFSET $10::int) AS "tooMany"
    FROM finished`;

/**
 * Writes the group's own row and the event.
 * @returns the row, and whether the group has more than so many members
 */
async function finish(
  client: ClientBase,
  call: Call,
  caller: Caller,
  group: LockedGroup,
  changes: readonly Change[],
  effect: MemberEffect,
  atMost: number | undefined,
): Promise<GroupRow & { readonly tooMany: boolean }> {
  const changed = changes.length > 0;
  const { id, displayName, displayNameKey, name, externalId } = group;
  const event = eventRow(call, caller, {
    operation: call.method === "PUT" ? "group.replace" : "group.update",
    outcome: changed ? "applied" : "no_change",
    status: 200,
    ...groupSubject(group, effect),
    changes,
    warnings: memberWarnings(effect),
    response: { id, joined: effect.joined.size, left: effect.left.size },
  });
  const own = [caller.tenantId, id, displayName, displayNameKey, name, externalId];
  const values = [...own, changed, effect.left.size > 0, eventJson(event), atMost ?? null];
  const { rows } = await client.query<GroupRow & { readonly tooMany: boolean }>(statement(FINISH, values));
  const row = rows[0];
  if (row === undefined) throw new Overtaken();
  return row;
}

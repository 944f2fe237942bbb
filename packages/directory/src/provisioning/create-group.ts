import { uuidv7 } from "@rollcall/db";
import type { Call, GroupDraft, GroupRecord, MemberField, Outcome } from "@rollcall/scim";
import type { ClientBase } from "pg";
import { eventRow } from "../events/event-row.ts";
import { writeEvent } from "../events/write-event.ts";
import { matchKey } from "../policies/match-key.ts";
import { deriveTeamName } from "../policies/team-name.ts";
import { CALLER, type Caller, callerValues, TENANT } from "./caller.ts";
import { hasGroup, readGroup } from "./get-group.ts";
import { groupSubject, memberWarnings } from "./group-event.ts";
import { groupName, type NamedTeam, nameConflict } from "./group-name.ts";
import { type FirstMembers, type GroupRow, groupRecord } from "./group-row.ts";
import { applyMemberSteps, type MemberEffect } from "./member-steps.ts";
import type { Provisioning } from "./provisioning.ts";
import { Overtaken, Refusal } from "./refusal.ts";
import { statement } from "./statement.ts";
import { transact } from "./transact.ts";
import { INSERT_TEAM } from "./wanted-teams.ts";

/** The caller, and every team whose name may stand in the way. */
const CALLER_AND_TEAMS = `
  WITH ${CALLER}, named AS (
    SELECT id, "displayName", "displayNameKey", name, source FROM "Team"
     WHERE "tenantId" = ${TENANT} AND ("displayNameKey" = $3 OR lower(name) = $4))
  SELECT * FROM caller LEFT JOIN named ON true`;

/** POST /Groups, in one transaction. Members that are nobody here are left out, with a warning. RFC 7644 §3.3 */
export function createGroup(
  to: Provisioning,
  call: Call,
  draft: GroupDraft,
  members: readonly MemberField[],
): Promise<Outcome<GroupRecord>> {
  const name = deriveTeamName(draft.displayName).toLowerCase();
  const values = [...callerValues(call.tenant, call.credential), matchKey(draft.displayName), name];
  const first = statement(CALLER_AND_TEAMS, values);
  return transact<NamedTeam, GroupRecord>(to, call, first, async (client, caller, rows) => {
    const teams = rows.filter((row): row is typeof row & NamedTeam => row.id != null);
    const id = await insertGroup(client, caller, draft, teams);
    const steps = [{ kind: "add", ids: draft.members }] as const;
    const effect = await applyMemberSteps(client, caller, id, steps, call.baseUrl);
    if (effect.joined.size > 0) await client.query(statement(NON_EMPTY, [caller.tenantId, id]));
    await writeEvent(client, createdEvent(call, caller, id, draft, effect));
    const row = await readGroup(client, call, id, members);
    if (!hasGroup<GroupRow & FirstMembers>(row)) throw new Overtaken();
    return groupRecord(to.db.pool, call, row, members);
  });
}

const NON_EMPTY = `UPDATE "Team" SET "lastNonEmptyAt" = now() WHERE "tenantId" = $1 AND id = $2`;

async function insertGroup(
  client: ClientBase,
  caller: Caller,
  draft: GroupDraft,
  teams: readonly NamedTeam[],
): Promise<string> {
  const known = { resourceType: "Group", subject: draft.displayName } as const;
  const name = groupName(draft.displayName, caller.strictNames);
  if (!name.ok) throw new Refusal(name.error, known);
  const conflict = nameConflict(name.value, teams);
  if (conflict !== undefined) throw new Refusal(conflict, known);
  const id = uuidv7();
  const { displayName, displayNameKey, name: teamName } = name.value;
  const values = [caller.tenantId, id, displayName, displayNameKey, teamName, draft.externalId ?? null];
  const { rowCount } = await client.query(statement(INSERT_TEAM, values));
  // Someone else made it between our look and our insert: look again, and say so.
  if (rowCount === 0) throw new Overtaken();
  return id;
}

function createdEvent(call: Call, caller: Caller, id: string, draft: GroupDraft, effect: MemberEffect) {
  const group = { id, displayName: draft.displayName, externalId: draft.externalId ?? null };
  return eventRow(call, caller, {
    operation: "group.create",
    outcome: "applied",
    status: 201,
    ...groupSubject(group, effect),
    warnings: memberWarnings(effect),
    response: { id, members: effect.joined.size },
  });
}

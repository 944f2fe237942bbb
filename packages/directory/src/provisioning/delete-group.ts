import { type Call, type Outcome, type Precondition, unmetCondition } from "@rollcall/scim";
import { eventRow } from "../events/event-row.ts";
import { writeEvent } from "../events/write-event.ts";
import { keepingAnAdmin } from "./attribute-memberships.ts";
import { hasGroup, unknownGroup } from "./get-group.ts";
import { groupSubject } from "./group-event.ts";
import { type LockedGroup, lockedGroup } from "./locked-group.ts";
import type { Provisioning } from "./provisioning.ts";
import { Refusal } from "./refusal.ts";
import { statement } from "./statement.ts";
import { transact } from "./transact.ts";

const DELETE_TEAM = `DELETE FROM "Team" WHERE "tenantId" = $1 AND id = $2`;

const COUNT_MEMBERS = `
  SELECT count(DISTINCT "userId")::int AS members FROM "Membership" WHERE "tenantId" = $1 AND "teamId" = $2`;

/** DELETE /Groups/{id}: the team and its memberships are gone, its members stay. RFC 7644 §3.6 */
export function deleteGroup(
  to: Provisioning,
  call: Call,
  id: string,
  precondition: Precondition,
): Promise<Outcome<void>> {
  return transact<LockedGroup, void>(to, call, lockedGroup(call, id), async (client, caller, rows) => {
    const group = rows[0];
    if (!hasGroup<LockedGroup>(group)) {
      throw new Refusal(unknownGroup(id), { resourceType: "Group", subjectKeys: [id] });
    }
    const unmet = unmetCondition(precondition, group.version);
    if (unmet !== undefined) throw new Refusal(unmet, groupSubject(group));
    const key = [caller.tenantId, group.id];
    const counted = await client.query<{ members: number }>(statement(COUNT_MEMBERS, key));
    await keepingAnAdmin(client, caller, group.grantsAdmin === true, () =>
      client.query(statement(DELETE_TEAM, key)),
    );
    const members = counted.rows[0]?.members ?? 0;
    const event = eventRow(call, caller, {
      operation: "group.delete",
      outcome: "applied",
      status: 204,
      ...groupSubject(group),
      changes: [{ attribute: "members", before: members, after: null }],
    });
    await writeEvent(client, event);
  });
}

import { type Call, jsonEqual } from "@rollcall/scim";
import type { ClientBase } from "pg";
import { eventRow } from "../events/event-row.ts";
import type { Change, EventDraft } from "../events/provisioning-event.ts";
import { writeEvent } from "../events/write-event.ts";
import { applyDifference, attributeDifference, keepingAnAdmin, lockTeams } from "./attribute-memberships.ts";
import type { Answer } from "./batches.ts";
import type { Caller } from "./caller.ts";
import type { GroupsValue } from "./groups-value.ts";
import type { Provisioning } from "./provisioning.ts";
import { groupsOf } from "./read-user.ts";
import { Overtaken } from "./refusal.ts";
import type { UserWithGroups } from "./user-row.ts";
import { wantedTeams } from "./wanted-teams.ts";
import type { Stamp } from "./write-user.ts";

/** A user as written, with the teams that SCIM sees it in afterwards. */
export interface WrittenWithGroups {
  readonly row: Stamp;
  readonly groups: UserWithGroups["groups"];
}

/**
 * Writes a user together with the teams that its `groups` value means, in one transaction: teams are made and locked
 * first, then the user is written, then the memberships, then the event.
 *
 * @param put writes the user on the transaction's client; no user in its row means that another writer was faster
 * @returns no user when `put` gave none, with nothing written
 */
export async function writeWithGroups(
  to: Provisioning,
  call: Call,
  caller: Caller,
  wanted: NonNullable<GroupsValue["wanted"]>,
  event: EventDraft,
  userId: string,
  put: (client: ClientBase) => Promise<Answer<Stamp> | undefined>,
): Promise<WrittenWithGroups | undefined> {
  try {
    return await to.db.transaction(async (client) => {
      const teams = await wantedTeams(client, caller, wanted);
      const difference = await attributeDifference(client, caller, userId, teams.ids);
      const touched = [...difference.added, ...difference.removed];
      const grantsAdmin = await lockTeams(client, caller, touched);
      const before = await groupsOf(client, caller.tenantId, userId);
      const written = await put(client);
      if (!written?.row) throw new Overtaken();
      const atRisk = grantsAdmin && difference.removed.length > 0;
      await keepingAnAdmin(client, caller, atRisk, () => applyDifference(client, caller, userId, difference));
      const groups = await groupsOf(client, caller.tenantId, userId);
      const changes = [
        ...(event.changes ?? []),
        ...groupsChange(before, groups),
        ...(written.row.sessionChanges ?? []),
      ];
      await writeEvent(client, eventRow(call, caller, { ...event, changes, warnings: teams.warnings }));
      return { row: written.row, groups };
    });
  } catch (error) {
    if (error instanceof Overtaken) return undefined;
    throw error;
  }
}

/** The teams before and after, by name, as one change of `groups`. */
function groupsChange(before: UserWithGroups["groups"], after: UserWithGroups["groups"]): readonly Change[] {
  const [from, to] = [before, after].map((groups) => (groups ?? []).map((group) => group.display).sort());
  return jsonEqual(from, to) ? [] : [{ attribute: "groups", before: from ?? [], after: to ?? [] }];
}

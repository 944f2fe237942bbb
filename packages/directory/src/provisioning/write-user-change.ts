import type { Call, Result, UserRecord } from "@rollcall/scim";
import { type EventRow, eventRow } from "../events/event-row.ts";
import { userNameTaken } from "../policies/match-person.ts";
import { keepingAnAdmin } from "./attribute-memberships.ts";
import { type Answer, askAlone } from "./batches.ts";
import type { Caller } from "./caller.ts";
import type { Provisioning } from "./provisioning.ts";
import { isUniqueViolation, Refusal } from "./refusal.ts";
import { updateUser } from "./update-user.ts";
import { sameTeams, type UserChangePlan } from "./user-change-plan.ts";
import { type Stamp, type UserWrite, writtenUser } from "./write-user.ts";
import { type WrittenWithGroups, writeWithGroups } from "./write-with-groups.ts";

/**
 * Writes a planned change over the state it was planned on. One statement, unless teams change too or an admin would be
 * shut out.
 *
 * @returns no user when another writer was faster
 */
export async function writeUserChange(
  to: Provisioning,
  call: Call,
  caller: Caller,
  plan: UserChangePlan,
): Promise<Result<UserRecord | undefined>> {
  const { before, after, groups } = plan;
  const write = { id: before.id, columns: after.columns, receivedGroups: groups.wanted?.names };
  try {
    const written = await put(to, call, caller, plan, write);
    if (!written?.row) return { ok: true, value: undefined };
    const teams = "groups" in written ? written.groups : before.groups;
    return { ok: true, value: writtenUser(write, written.row, teams) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error };
    if (isUniqueViolation(error)) return { ok: false, error: userNameTaken(plan.after.columns.userName) };
    throw error;
  }
}

function put(
  to: Provisioning,
  call: Call,
  caller: Caller,
  { before, after, groups, event }: UserChangePlan,
  write: UserWrite,
): Promise<Answer<Stamp> | WrittenWithGroups | undefined> {
  const shutsOutAdmin = before.isAdmin && before.active && !after.columns.active;
  const { version, active } = before;
  const expected = { version, active, scimState: "live", mayBeAdmin: shutsOutAdmin } as const;
  const update = (row?: EventRow) => updateUser(call, write, expected, row);
  if (groups.wanted && !sameTeams(before, groups)) {
    return writeWithGroups(to, call, caller, groups.wanted, event, before.id, (client) =>
      keepingAnAdmin(client, caller, shutsOutAdmin, () => askAlone<Stamp>(client, update())),
    );
  }
  const row = eventRow(call, caller, event);
  if (!shutsOutAdmin) return to.writes.ask(update(row));
  return to.db.transaction((client) =>
    keepingAnAdmin(client, caller, true, () => askAlone<Stamp>(client, update(row))),
  );
}

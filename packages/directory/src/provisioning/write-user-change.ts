import { transaction } from "@rollcall/db";
import type { Call, Result, UserRecord } from "@rollcall/scim";
import { type EventRow, eventRow } from "../events/event-row.ts";
import { userNameTaken } from "../policies/match-person.ts";
import { keepingAnAdmin } from "./attribute-memberships.ts";
import type { Caller } from "./caller.ts";
import type { Provisioning } from "./provisioning.ts";
import { isUniqueViolation, Refusal } from "./refusal.ts";
import type { Queryable } from "./statement.ts";
import { sameTeams, type UserChangePlan } from "./user-change-plan.ts";
import { hasUser, userRecord } from "./user-row.ts";
import { updateUser, type WrittenRow } from "./write-user.ts";
import { writeWithGroups } from "./write-with-groups.ts";

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
  try {
    const written = await put(to, call, caller, plan);
    const user = hasUser(written) ? userRecord(written, written.groups ?? []) : undefined;
    return { ok: true, value: user };
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
): Promise<WrittenRow | undefined> {
  const write = { id: before.id, columns: after.columns, receivedGroups: groups.wanted?.names };
  const shutsOutAdmin = before.isAdmin && before.active && !after.columns.active;
  const expected = { version: before.version, scimState: "live", mayBeAdmin: shutsOutAdmin } as const;
  const update = (client: Queryable, row?: EventRow) => updateUser(client, call, write, expected, row);
  if (groups.wanted && !sameTeams(before, groups)) {
    return writeWithGroups(to, call, caller, groups.wanted, event, before.id, (client) =>
      keepingAnAdmin(client, caller, shutsOutAdmin, () => update(client)),
    );
  }
  const row = eventRow(call, caller, event);
  if (!shutsOutAdmin) return update(to.db.pool, row);
  return transaction(to.db, (client) => keepingAnAdmin(client, caller, true, () => update(client, row)));
}

import type { ClientBase } from "pg";
import { hasAdmin } from "../policies/last-admin.ts";
import type { Caller } from "./caller.ts";
import { LAST_ADMIN, Refusal } from "./refusal.ts";
import { statement } from "./statement.ts";

/** What a user's `groups` value changes. */
export interface MembershipDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const CURRENT = `
  SELECT "teamId" FROM "Membership" WHERE "tenantId" = $1 AND "userId" = $2 AND channel = 'attribute'`;

/** How the memberships that came through the `groups` value differ from the wanted ones. */
export async function attributeDifference(
  client: ClientBase,
  caller: Caller,
  userId: string,
  wanted: readonly string[],
): Promise<MembershipDifference> {
  const values = [caller.tenantId, userId];
  const { rows } = await client.query<{ teamId: string }>(statement(CURRENT, values));
  const current = new Set(rows.map((row) => row.teamId));
  const target = new Set(wanted);
  return {
    added: [...target].filter((id) => !current.has(id)),
    removed: [...current].filter((id) => !target.has(id)),
  };
}

const LOCK_TEAMS = `
  SELECT "grantsRole" = 'admin' AS "grantsAdmin" FROM "Team"
   WHERE "tenantId" = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`;

/**
 * Locks teams in the order that every writer keeps: teams by id, then users.
 *
 * @returns whether any of them makes its members admins
 */
export async function lockTeams(
  client: ClientBase,
  caller: Caller,
  ids: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return false;
  const values = [caller.tenantId, ids];
  const { rows } = await client.query<{ grantsAdmin: boolean | null }>(statement(LOCK_TEAMS, values));
  return rows.some((row) => row.grantsAdmin === true);
}

const ADD = `
  INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel)
  SELECT $1, t.id, $2, 'attribute' FROM "Team" t WHERE t."tenantId" = $1 AND t.id = ANY($3::uuid[])
  ON CONFLICT DO NOTHING`;

const REMOVE = `
  DELETE FROM "Membership"
   WHERE "tenantId" = $1 AND "userId" = $2 AND channel = 'attribute' AND "teamId" = ANY($3::uuid[])`;

/** Applies a difference, on teams and a user that are locked. */
export async function applyDifference(
  client: ClientBase,
  caller: Caller,
  userId: string,
  { added, removed }: MembershipDifference,
): Promise<void> {
  const { tenantId } = caller;
  if (added.length > 0) await client.query(statement(ADD, [tenantId, userId, added]));
  if (removed.length > 0) await client.query(statement(REMOVE, [tenantId, userId, removed]));
  await touchTeams(client, caller, [...added, ...removed]);
}

const TOUCH = `
  UPDATE "Team" SET version = version + 1, "updatedAt" = now(), "lastTouchedAt" = now(), "lastNonEmptyAt" = now()
   WHERE "tenantId" = $1 AND id = ANY($2::uuid[])`;

/** Marks teams whose members changed. Each of them had a member just before or has one now. */
export async function touchTeams(client: ClientBase, caller: Caller, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await client.query(statement(TOUCH, [caller.tenantId, ids]));
}

/** Does work that may take the admin role from people, and refuses it if nobody would be left with it. */
export async function keepingAnAdmin<T>(
  client: ClientBase,
  caller: Caller,
  atRisk: boolean,
  work: () => Promise<T>,
): Promise<T> {
  if (!atRisk) return work();
  const before = await hasAdmin(client, caller.tenantId);
  const result = await work();
  if (before && !(await hasAdmin(client, caller.tenantId))) throw new Refusal(LAST_ADMIN);
  return result;
}

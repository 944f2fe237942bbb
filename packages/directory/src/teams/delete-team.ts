import type { Database } from "@rollcall/db";
import type { PoolClient } from "pg";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { type LockedTeam, lockTeam, teamTarget } from "./locked-team.ts";

export const UNDO_MINUTES = 10;

export type TeamDeletionRefusal =
  | "team.not_found"
  /** The team has members or grants a role, and its name was not typed. */
  | "team.confirmation_wrong"
  | "user.last_admin";

/** A deletion, for as long as it can be undone. */
export interface TeamDeletion {
  readonly id: string;
  readonly displayName: string;
  readonly undoUntil: Date;
  readonly auditId: string;
}

/**
 * Deletes a team, with what it grants. Nothing of it stands in the way of a return: if the identity provider still
 * sends the group, the next request makes it anew. For 10 minutes it can be undone.
 *
 * @param confirmation The team's displayName, typed, when it has members or grants a role.
 */
export function deleteTeam(
  db: Database,
  context: ActContext,
  teamId: string,
  confirmation: string | undefined,
): Promise<Outcome<TeamDeletion, TeamDeletionRefusal>> {
  return act<TeamDeletion, TeamDeletionRefusal>(db, async ({ client, refuse }) => {
    const team = await lockTeam(client, context.tenantId, teamId);
    if (team === undefined) return refuse("team.not_found");
    const typed = team.memberCount > 0 || team.grantsRole !== null;
    if (typed && confirmation?.trim() !== team.displayName) {
      return refuse("team.confirmation_wrong", { name: team.displayName });
    }
    const deletion = await removeTeam(client, context, team);
    if (team.grantsRole === "admin" && !(await hasAdmin(client, context.tenantId))) {
      return refuse("user.last_admin", { name: team.displayName });
    }
    return deletion;
  });
}

/** Deletes a locked team, keeping what an undo needs. Snapshots whose time is over go with it. */
export async function removeTeam(
  client: PoolClient,
  { tenantId, actor, ip }: ActContext,
  team: LockedTeam,
): Promise<TeamDeletion> {
  await client.query(`DELETE FROM "DeletedTeam" WHERE "tenantId" = $1 AND "undoUntil" < now()`, [tenantId]);
  const { rows } = await client.query<{ undoUntil: Date }>(
    `INSERT INTO "DeletedTeam" ("tenantId", "id", "snapshot", "deletedBy", "undoUntil")
     SELECT t."tenantId", t."id", jsonb_build_object(
              'team', to_jsonb(t) - 'searchText',
              'memberships', coalesce((SELECT jsonb_agg(to_jsonb(m)) FROM "Membership" m
                                       WHERE m."tenantId" = t."tenantId" AND m."teamId" = t."id"), '[]')),
            $3, now() + make_interval(mins => $4)
     FROM "Team" t WHERE t."tenantId" = $1 AND t."id" = $2
     ON CONFLICT ("tenantId", "id") DO UPDATE SET "snapshot" = excluded."snapshot", "deletedAt" = now(),
       "deletedBy" = excluded."deletedBy", "undoUntil" = excluded."undoUntil"
     RETURNING "undoUntil"`,
    [tenantId, team.id, actor.name, UNDO_MINUTES],
  );
  await client.query(`DELETE FROM "Team" WHERE "tenantId" = $1 AND "id" = $2`, [tenantId, team.id]);
  const auditId = await recordAudit(client, {
    tenantId,
    actor,
    ip,
    action: "team.deleted",
    target: teamTarget(team),
    before: { source: team.source, members: team.memberCount, grantsRole: team.grantsRole },
  });
  const undoUntil = rows[0]?.undoUntil ?? new Date(0);
  return { id: team.id, displayName: team.displayName, undoUntil, auditId };
}

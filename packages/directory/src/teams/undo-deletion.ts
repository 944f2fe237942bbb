import type { Database } from "@rollcall/db";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { markNewAdmins } from "../policies/last-admin.ts";

export type UndoRefusal =
  /** Nothing of that id was deleted in the last 10 minutes, or it was undone already. */
  | "team.undo_over"
  /** A team of that name is back already, most likely because the identity provider sent it again. */
  | "team.name_taken";

export interface Restored {
  readonly displayName: string;
  readonly members: number;
  /** Members who are gone since, and could not come back. */
  readonly missing: number;
}

interface Snapshot {
  team: {
    name: string;
    displayName: string;
    displayNameKey: string;
    source: string;
    grantsRole: string | null;
  };
  memberships: readonly { userId: string }[];
}

/** Brings a deleted team back, with its id, its role and those of its members who still exist. */
export function undoDeletion(
  db: Database,
  context: ActContext,
  teamId: string,
): Promise<Outcome<Restored, UndoRefusal>> {
  return act<Restored, UndoRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const { rows } = await client.query<{ snapshot: Snapshot }>(
      `DELETE FROM "DeletedTeam" WHERE "tenantId" = $1 AND "id" = $2 AND "undoUntil" > now() RETURNING "snapshot"`,
      [tenantId, teamId],
    );
    const snapshot = rows[0]?.snapshot;
    if (snapshot === undefined) return refuse("team.undo_over");
    const { team } = snapshot;
    const restored = await client.query(RESTORE_TEAM, [tenantId, JSON.stringify(team)]);
    if (restored.rowCount === 0) return refuse("team.name_taken", { name: team.displayName });
    const joined = await client.query<{ userId: string }>(RESTORE_MEMBERSHIPS, [
      tenantId,
      JSON.stringify(snapshot.memberships),
    ]);
    const back = new Set(joined.rows.map((row) => row.userId));
    if (team.grantsRole === "admin") await markNewAdmins(client, tenantId, [...back]);
    const members = back.size;
    const missing = new Set(snapshot.memberships.map((row) => row.userId)).size - members;
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "team.restored",
      target: { type: "team", id: teamId, name: team.displayName },
      after: { members, missing },
    });
    return { displayName: team.displayName, members, missing };
  });
}

const RESTORE_TEAM = `
  INSERT INTO "Team" ("tenantId", "id", "displayName", "displayNameKey", "name", "description", "source", "externalId",
                      "grantsRole", "version", "createdAt", "updatedAt", "lastTouchedAt", "lastNonEmptyAt", "keptUntil", "keptByName")
  SELECT "tenantId", "id", "displayName", "displayNameKey", "name", "description", "source", "externalId",
         "grantsRole", "version" + 1, "createdAt", now(), "lastTouchedAt", "lastNonEmptyAt", "keptUntil", "keptByName"
  FROM jsonb_populate_record(NULL::"Team", $2::jsonb) WHERE "tenantId" = $1
  ON CONFLICT DO NOTHING`;

const RESTORE_MEMBERSHIPS = `
  INSERT INTO "Membership" ("tenantId", "teamId", "userId", "channel", "createdAt")
  SELECT m."tenantId", m."teamId", m."userId", m."channel", m."createdAt"
  FROM jsonb_populate_recordset(NULL::"Membership", $2::jsonb) m
  JOIN "User" u ON u."tenantId" = m."tenantId" AND u."id" = m."userId"
  WHERE m."tenantId" = $1 AND u."scimState" <> 'deleted'
  FOR KEY SHARE OF u
  RETURNING "userId"`;

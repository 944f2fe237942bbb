import type { Database } from "@rollcall/db";
import type { TenantRole } from "../accounts/effective-role.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { type AuditValues, recordAudit } from "../audit/record-audit.ts";
import { hasAdmin, markNewAdmins } from "../policies/last-admin.ts";
import { matchKey } from "../policies/match-key.ts";
import { requireTeamName, type TeamNameRefusal } from "./create-team.ts";
import { type LockedTeam, lockTeam, teamTarget } from "./locked-team.ts";

/** What may be changed of a team; an absent field stays. */
export interface TeamEdit {
  /** Only of manual teams, and of synced ones while SCIM is off: a local rename would be undone by the next sync. */
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  /** The tenant role that members inherit. */
  readonly grantsRole?: TenantRole | null | undefined;
}

export type TeamEditRefusal =
  | "team.not_found"
  /** Somebody else changed one of the fields to be changed since the editor saw it. */
  | "team.changed"
  /** The identity provider manages the name. */
  | "team.managed"
  | "user.last_admin"
  | TeamNameRefusal;

/**
 * Changes a team's name, description or role. The version does not tell of two editors, because every push of members
 * raises it too: the fields do.
 *
 * @param seen What stood in the fields of `edit` when the editor began. Where something else does now, somebody was faster.
 * @returns whether anything changed
 */
export function editTeam(
  db: Database,
  context: ActContext,
  teamId: string,
  edit: TeamEdit,
  seen: TeamEdit,
): Promise<Outcome<{ readonly changed: boolean }, TeamEditRefusal>> {
  return act<{ readonly changed: boolean }, TeamEditRefusal>(db, async (acting) => {
    const { client, refuse } = acting;
    const { tenantId, actor, ip } = context;
    const team = await lockTeam(client, tenantId, teamId);
    if (team === undefined) return refuse("team.not_found");
    const { before, after } = difference(team, edit);
    if (Object.keys(after).length === 0) return { changed: false };
    if (!sawAll(before, seen)) return refuse("team.changed", { name: team.displayName });
    if (after.name !== undefined) {
      if (team.synced) return refuse("team.managed", { name: team.displayName });
      await requireTeamName(acting, tenantId, after.name, teamId);
    }
    await write(acting.client, tenantId, team, after);
    if (after.grantsRole === "admin")
      await markNewAdmins(client, tenantId, await memberIds(client, tenantId, teamId));
    const gaveUpAdmins = team.grantsRole === "admin" && after.grantsRole !== undefined;
    if (gaveUpAdmins && !(await hasAdmin(client, tenantId)))
      return refuse("user.last_admin", { name: team.displayName });
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "team.edited",
      target: teamTarget(team),
      before,
      after,
    });
    return { changed: true };
  });
}

function difference(
  team: LockedTeam,
  edit: TeamEdit,
): { before: AuditValues; after: TeamEdit & AuditValues } {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> & {
    name?: string;
    description?: string | null;
    grantsRole?: TenantRole | null;
  } = {};
  if (edit.name !== undefined && edit.name !== team.displayName) {
    before.name = team.displayName;
    after.name = edit.name;
  }
  const description = edit.description === "" ? null : edit.description;
  if (description !== undefined && description !== team.description) {
    before.description = team.description;
    after.description = description;
  }
  if (edit.grantsRole !== undefined && edit.grantsRole !== team.grantsRole) {
    before.grantsRole = team.grantsRole;
    after.grantsRole = edit.grantsRole;
  }
  return { before, after };
}

async function memberIds(
  client: Parameters<typeof recordAudit>[0],
  tenantId: string,
  teamId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT "userId" AS id FROM "Membership" WHERE "tenantId" = $1 AND "teamId" = $2`,
    [tenantId, teamId],
  );
  return rows.map((row) => row.id);
}

/** Whether the editor saw what the edit would overwrite. */
function sawAll(before: AuditValues, seen: TeamEdit): boolean {
  const values: AuditValues = { ...seen };
  return Object.entries(before).every(([field, value]) => (values[field] ?? null) === (value ?? null));
}

async function write(
  client: Parameters<typeof recordAudit>[0],
  tenantId: string,
  team: LockedTeam,
  after: TeamEdit,
): Promise<void> {
  const displayName = after.name ?? team.displayName;
  await client.query(
    `UPDATE "Team" SET "displayName" = $3, "displayNameKey" = $4, "name" = $5, "description" = $6,
            "grantsRole" = $7::"Role", "version" = "version" + 1, "updatedAt" = now()
     WHERE "tenantId" = $1 AND "id" = $2`,
    [
      tenantId,
      team.id,
      displayName,
      matchKey(displayName),
      after.name ?? team.name,
      after.description === undefined ? team.description : after.description,
      after.grantsRole === undefined ? team.grantsRole : after.grantsRole,
    ],
  );
}

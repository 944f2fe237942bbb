import type { Database } from "@rollcall/db";
import { type ActContext, type Acting, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin, markNewAdmins } from "../policies/last-admin.ts";
import { type LockedTeam, lockTeam, teamTarget } from "./locked-team.ts";

export type MembershipRefusal =
  | "team.not_found"
  /** The identity provider manages who is in this team. */
  | "team.managed"
  | "user.last_admin";

/** How many people joined or left: those who were in, or out, already are not counted. */
export interface MembershipChange {
  readonly changed: number;
}

type Work = (acting: Acting<MembershipRefusal>, team: LockedTeam) => Promise<MembershipChange>;

/** Puts people into a team by hand. Ids that are nobody's are passed over. */
export function addMembers(
  db: Database,
  context: ActContext,
  teamId: string,
  userIds: readonly string[],
): Promise<Outcome<MembershipChange, MembershipRefusal>> {
  return onOpenTeam(db, context, teamId, async ({ client }, team) => {
    const { tenantId, actor, ip } = context;
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO "Membership" ("tenantId", "teamId", "userId", "channel")
       SELECT u."tenantId", $2, u."id", 'manual' FROM "User" u
       WHERE u."tenantId" = $1 AND u."id" = ANY($3::uuid[]) AND u."scimState" <> 'deleted'
         AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."tenantId" = $1 AND m."teamId" = $2 AND m."userId" = u."id")
       FOR KEY SHARE OF u
       ON CONFLICT DO NOTHING RETURNING "userId" AS id`,
      [tenantId, teamId, userIds],
    );
    if (rows.length === 0) return { changed: 0 };
    const ids = rows.map((row) => row.id);
    if (team.grantsRole === "admin") await markNewAdmins(client, tenantId, ids);
    await touch(client, tenantId, teamId);
    const added = await namesOf(client, tenantId, ids);
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "team.members_added",
      target: teamTarget(team),
      before: { members: team.memberCount },
      after: { members: team.memberCount + rows.length, added },
    });
    return { changed: rows.length };
  });
}

/** Takes people out of a team, whichever way they came in. */
export function removeMembers(
  db: Database,
  context: ActContext,
  teamId: string,
  userIds: readonly string[],
): Promise<Outcome<MembershipChange, MembershipRefusal>> {
  return onOpenTeam(db, context, teamId, ({ client, refuse }, team) =>
    remove({ client, refuse }, context, team, userIds),
  );
}

/** Takes everyone out of a team. */
export function emptyTeam(
  db: Database,
  context: ActContext,
  teamId: string,
): Promise<Outcome<MembershipChange, MembershipRefusal>> {
  return onOpenTeam(db, context, teamId, (acting, team) => remove(acting, context, team, null));
}

async function remove(
  { client, refuse }: Acting<MembershipRefusal>,
  { tenantId, actor, ip }: ActContext,
  team: LockedTeam,
  userIds: readonly string[] | null,
): Promise<MembershipChange> {
  const { rows } = await client.query<{ id: string }>(
    `WITH gone AS (
       DELETE FROM "Membership" WHERE "tenantId" = $1 AND "teamId" = $2 AND ($3::uuid[] IS NULL OR "userId" = ANY($3))
       RETURNING "userId"
     ) SELECT DISTINCT "userId" AS id FROM gone`,
    [tenantId, team.id, userIds],
  );
  if (rows.length === 0) return { changed: 0 };
  if (team.grantsRole === "admin" && !(await hasAdmin(client, tenantId))) {
    return refuse("user.last_admin", { name: team.displayName });
  }
  await touch(client, tenantId, team.id);
  const removed = await namesOf(
    client,
    tenantId,
    rows.map((row) => row.id),
  );
  await recordAudit(client, {
    tenantId,
    actor,
    ip,
    action: userIds === null ? "team.emptied" : "team.members_removed",
    target: teamTarget(team),
    before: { members: team.memberCount, removed },
    after: { members: team.memberCount - rows.length },
  });
  return { changed: rows.length };
}

function onOpenTeam(
  db: Database,
  { tenantId }: ActContext,
  teamId: string,
  work: Work,
): Promise<Outcome<MembershipChange, MembershipRefusal>> {
  return act<MembershipChange, MembershipRefusal>(db, async (acting) => {
    const team = await lockTeam(acting.client, tenantId, teamId);
    if (team === undefined) return acting.refuse("team.not_found");
    if (team.synced) return acting.refuse("team.managed", { name: team.displayName });
    return work(acting, team);
  });
}

/** The team that others see changed; when its last member left, the moment is kept: it tells a left-over team. */
async function touch(client: Acting<never>["client"], tenantId: string, teamId: string): Promise<void> {
  await client.query(
    `UPDATE "Team" SET "version" = "version" + 1, "updatedAt" = now(), "lastNonEmptyAt" = now()
     WHERE "tenantId" = $1 AND "id" = $2`,
    [tenantId, teamId],
  );
}

const MOST_NAMES = 50;

/** For the audit log, which shows whom it was about; of very many, the first. */
async function namesOf(
  client: Acting<never>["client"],
  tenantId: string,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ userName: string }>(
    `SELECT "userName" FROM "User" WHERE "tenantId" = $1 AND "id" = ANY($2::uuid[]) ORDER BY "userNameKey" LIMIT $3`,
    [tenantId, ids, MOST_NAMES],
  );
  return rows.map((row) => row.userName);
}

import type { Database } from "@rollcall/db";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { lockTeam, teamTarget } from "./locked-team.ts";

export type AdoptionRefusal =
  | "team.not_found"
  /** The identity provider has a team of that name already. */
  | "team.name_taken"
  /** It is what the act would make of it. */
  | "team.already_so";

interface Adoption {
  readonly members: number;
}

/**
 * Hands a manual team to the identity provider: SCIM finds it by its name from now on. Its provisioned members become
 * members through the group, so that the identity provider may remove them; people it does not know stay by hand.
 */
export function adoptTeam(
  db: Database,
  context: ActContext,
  teamId: string,
): Promise<Outcome<Adoption, AdoptionRefusal>> {
  return act<Adoption, AdoptionRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const team = await lockTeam(client, tenantId, teamId);
    if (team === undefined) return refuse("team.not_found");
    if (team.source === "scim") return refuse("team.already_so", { name: team.displayName });
    const { rowCount } = await client.query(
      `UPDATE "Team" t SET "source" = 'scim', "version" = "version" + 1, "updatedAt" = now(), "lastTouchedAt" = now(),
              "lastNonEmptyAt" = CASE WHEN $3 THEN now() ELSE "lastNonEmptyAt" END, "keptUntil" = NULL, "keptByName" = NULL
       WHERE "tenantId" = $1 AND "id" = $2 AND NOT EXISTS (
         SELECT 1 FROM "Team" o WHERE o."tenantId" = t."tenantId" AND o."source" = 'scim'
           AND o."displayNameKey" = t."displayNameKey")`,
      [tenantId, teamId, team.memberCount > 0],
    );
    if (rowCount === 0) return refuse("team.name_taken", { name: team.displayName });
    await moveMembers(client, tenantId, teamId, "group");
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "team.adopted",
      target: teamTarget(team),
      before: { source: "manual" },
      after: { source: "scim", members: team.memberCount },
    });
    return { members: team.memberCount };
  });
}

/**
 * Takes a team out of the identity provider's hands: SCIM sees it no more, its members stay as members by hand. The
 * identity provider is refused should it push a group of the same name again.
 */
export function releaseTeam(
  db: Database,
  context: ActContext,
  teamId: string,
): Promise<Outcome<Adoption, AdoptionRefusal>> {
  return act<Adoption, AdoptionRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const team = await lockTeam(client, tenantId, teamId);
    if (team === undefined) return refuse("team.not_found");
    if (team.source === "manual") return refuse("team.already_so", { name: team.displayName });
    await client.query(
      `UPDATE "Team" SET "source" = 'manual', "externalId" = NULL, "keptUntil" = NULL, "keptByName" = NULL,
              "version" = "version" + 1, "updatedAt" = now()
       WHERE "tenantId" = $1 AND "id" = $2`,
      [tenantId, teamId],
    );
    await moveMembers(client, tenantId, teamId, "manual");
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "team.released",
      target: teamTarget(team),
      before: { source: "scim" },
      after: { source: "manual", members: team.memberCount },
    });
    return { members: team.memberCount };
  });
}

/** Makes every membership one of a channel; only people whom SCIM sees can be members through the group. */
async function moveMembers(
  client: Parameters<typeof recordAudit>[0],
  tenantId: string,
  teamId: string,
  channel: "group" | "manual",
): Promise<void> {
  const whom = channel === "group" ? `AND u."scimState" = 'live'` : "";
  await client.query(
    `WITH moved AS (
       DELETE FROM "Membership" m USING "User" u
       WHERE m."tenantId" = $1 AND m."teamId" = $2 AND m."channel" <> $3::"Channel"
         AND u."tenantId" = m."tenantId" AND u."id" = m."userId" ${whom}
       RETURNING m."userId", m."createdAt"
     )
     INSERT INTO "Membership" ("tenantId", "teamId", "userId", "channel", "createdAt")
     SELECT $1, $2, "userId", $3::"Channel", min("createdAt") FROM moved GROUP BY "userId"
     ON CONFLICT DO NOTHING`,
    [tenantId, teamId, channel],
  );
}

import { type Database, uuidv7 } from "@rollcall/db";
import { type ActContext, type Acting, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { matchKey } from "../policies/match-key.ts";
import { isTeamName } from "../policies/team-name.ts";

export interface TeamDraft {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** `team.name_invalid`: letters, digits, `-` and `_` only, at most 36. */
export type TeamNameRefusal = "team.name_invalid" | "team.name_taken";

/** Makes a team by hand. SCIM does not see it, until it is adopted. */
export function createTeam(
  db: Database,
  context: ActContext,
  draft: TeamDraft,
): Promise<Outcome<{ readonly id: string }, TeamNameRefusal>> {
  return act<{ readonly id: string }, TeamNameRefusal>(db, async (acting) => {
    const { tenantId, actor, ip } = context;
    await requireTeamName(acting, tenantId, draft.name);
    const id = uuidv7();
    const description = draft.description || null;
    await acting.client.query(
      `INSERT INTO "Team" ("tenantId", "id", "displayName", "displayNameKey", "name", "description", "source")
       VALUES ($1, $2, $3, $4, $3, $5, 'manual')`,
      [tenantId, id, draft.name, matchKey(draft.name), description],
    );
    await recordAudit(acting.client, {
      tenantId,
      actor,
      ip,
      action: "team.created",
      target: { type: "team", id, name: draft.name },
      after: { name: draft.name, ...(description !== null && { description }) },
    });
    return { id };
  });
}

/**
 * Refuses a name that breaks the rule or that another team has: whatever the source, and whether it is the other's name
 * here or the one its identity provider sent. Holds the name until the transaction ends.
 */
export async function requireTeamName(
  { client, refuse }: Acting<TeamNameRefusal>,
  tenantId: string,
  name: string,
  exceptId: string | null = null,
): Promise<void> {
  if (!isTeamName(name)) refuse("team.name_invalid", { name });
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('team-name:' || $1 || ':' || $2, 0))", [
    tenantId,
    matchKey(name),
  ]);
  const { rows } = await client.query<{ displayName: string }>(
    `SELECT "displayName" FROM "Team"
     WHERE "tenantId" = $1 AND ("name" = $2 OR "displayNameKey" = $3) AND "id" IS DISTINCT FROM $4 LIMIT 1`,
    [tenantId, name, matchKey(name), exceptId],
  );
  const taken = rows[0];
  if (taken !== undefined) refuse("team.name_taken", { name: taken.displayName });
}

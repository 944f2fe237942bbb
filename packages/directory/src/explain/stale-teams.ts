import type { Database } from "@rollcall/db";

/**
 * Why a team may be left over. `emptied`: the last member left more than a day ago. `never_filled`: made a week ago and
 * nobody joined, which is only worth a grey word. `unnamed`: nobody named it for 90 days while its members were pushed.
 */
export type StaleSign = "emptied" | "never_filled" | "unnamed";

export interface StaleTeam {
  readonly teamId: string;
  readonly displayName: string;
  readonly sign: StaleSign;
  /** Empty since, or last named at. */
  readonly since: Date;
  readonly members: number;
  /** Members who were pushed after the team was last named. */
  readonly updatedWithout: number;
  /** An admin asked to keep it until then. */
  readonly keptUntil: Date | null;
  readonly keptByName: string | null;
}

const TEAMS_READ = 500;

/**
 * Signs are looked for only where they can be: a team with members is counted once nobody named it for 90 days, so the
 * memberships of teams in use are never read.
 */
const STALE = `
WITH team AS (
  SELECT "id", "displayName", "createdAt", "lastNonEmptyAt", "keptUntil", "keptByName",
         coalesce("lastTouchedAt", "createdAt") AS "named",
         NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."tenantId" = $1 AND m."teamId" = t."id") AS "empty"
  FROM "Team" t
  WHERE "tenantId" = $1 AND "source" = 'scim' AND ($3::uuid[] IS NULL OR "id" = ANY ($3))
), signed AS (
  SELECT team.*, 0 AS "members", 0 AS "updatedWithout",
         CASE WHEN "lastNonEmptyAt" IS NULL THEN 'never_filled' ELSE 'emptied' END AS "sign",
         coalesce("lastNonEmptyAt", "createdAt") AS "since"
  FROM team
  WHERE "empty" AND ("lastNonEmptyAt" < $2::timestamptz - interval '24 hours'
                     OR ("lastNonEmptyAt" IS NULL AND "createdAt" < $2::timestamptz - interval '7 days'))
  UNION ALL
  SELECT team.*, held."members", held."updatedWithout", 'unnamed', team."named"
  FROM team CROSS JOIN LATERAL (
    SELECT count(DISTINCT m."userId")::int AS "members",
           (count(DISTINCT m."userId") FILTER (WHERE u."lastProvisionedAt" > team."named"))::int AS "updatedWithout"
    FROM "Membership" m JOIN "User" u ON u."tenantId" = $1 AND u."id" = m."userId"
    WHERE m."tenantId" = $1 AND m."teamId" = team."id") held
  WHERE NOT team."empty" AND team."named" < $2::timestamptz - interval '90 days'
    AND held."updatedWithout" >= least(held."members", 2)
)
SELECT "id" AS "teamId", "displayName", "sign", "since", "members", "updatedWithout", "keptUntil", "keptByName"
FROM signed ORDER BY "since" DESC LIMIT ${TEAMS_READ}`;

/**
 * Teams from the identity provider that may be left over, with the evidence. A team that is merely quiet is not among them.
 *
 * @param teamIds looks at these teams only; all when absent
 */
export async function staleTeams(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
  teamIds: readonly string[] | null = null,
): Promise<StaleTeam[]> {
  const { rows } = await db.pool.query<StaleTeam>(STALE, [tenantId, now, teamIds]);
  return rows;
}

/** Whether the sign deserves the badge "Possibly stale" today: not merely never filled, and not kept by an admin. */
export function isPossiblyStale(team: StaleTeam, now: Date): boolean {
  return team.sign !== "never_filled" && !(team.keptUntil && team.keptUntil > now);
}

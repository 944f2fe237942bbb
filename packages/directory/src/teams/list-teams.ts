import type { Database } from "@rollcall/db";
import { escapeLike, Parameters } from "../sql/parameters.ts";
import type { TeamRow } from "./team.ts";
import {
  HEALTH_JOINS,
  MAY_BE_LEFT_OVER,
  rejectedGroups,
  TEAM_EVIDENCE,
  TEAM_HEALTH,
} from "./team-health-sql.ts";
import type { TeamPreset, TeamSort, TeamsFilter, TeamsQuery } from "./teams-query.ts";

export interface TeamsPage {
  readonly teams: readonly TeamRow[];
  readonly total: number;
}

const PRESET: Record<TeamPreset, string> = {
  all: "true",
  scim: `t."source" = 'scim'`,
  manual: `t."source" = 'manual'`,
  stale: `${MAY_BE_LEFT_OVER} AND ${TEAM_HEALTH} = 'possibly_stale'`,
};

const ORDER: Record<TeamSort, (direction: string) => string> = {
  name: (direction) => `lower(t."displayName") ${direction}, t."id"`,
  members: (direction) => `t."memberCount" ${direction}, lower(t."displayName"), t."id"`,
  touched: (direction) => `t."lastTouchedAt" ${direction} NULLS LAST, lower(t."displayName"), t."id"`,
};

const COUNT_MEMBERS = `(SELECT count(DISTINCT m."userId")::int FROM "Membership" m
  WHERE m."tenantId" = t."tenantId" AND m."teamId" = t."id")`;

/** One page of a tenant's teams, searched, filtered and sorted by the database, each with its health. */
export async function listTeams(db: Database, tenantId: string, query: TeamsQuery): Promise<TeamsPage> {
  const parameters = new Parameters();
  const matching = matchingTeams(tenantId, query, parameters, query.sort === "members");
  const order = ORDER[query.sort](query.descending ? "DESC" : "ASC");
  const limit = parameters.add(query.size);
  const offset = parameters.add((query.page - 1) * query.size);
  const { rows } = await db.pool.query<TeamRow & { total: number }>(
    `${matching}, page AS MATERIALIZED (
       SELECT t.*, count(*) OVER ()::int AS "total", row_number() OVER (ORDER BY ${order}) AS position
       FROM matching t ORDER BY position LIMIT ${limit} OFFSET ${offset}
     )
     SELECT t."id", t."displayName", t."name", t."description", t."source", t."grantsRole", t."lastTouchedAt",
            t."keptUntil", ${TEAM_HEALTH} AS "health", ${TEAM_EVIDENCE} AS "evidence",
            ${COUNT_MEMBERS} AS "memberCount", t."total"
     FROM page t ${HEALTH_JOINS} ORDER BY t.position`,
    parameters.values,
  );
  const total = rows[0]?.total ?? (query.page > 1 ? await countTeams(db, tenantId, query) : 0);
  return { teams: rows.map(({ total: _, ...team }) => team), total };
}

/** How many teams a filter matches. */
export async function countTeams(db: Database, tenantId: string, filter: TeamsFilter): Promise<number> {
  const parameters = new Parameters();
  const { rows } = await db.pool.query<{ count: number }>(
    `${matchingTeams(tenantId, filter, parameters, false)} SELECT count(*)::int AS count FROM matching`,
    parameters.values,
  );
  return rows[0]?.count ?? 0;
}

export type PresetCounts = Readonly<Record<TeamPreset, number>>;

/** How many teams stand behind each preset, for its chip. */
export async function countPresets(db: Database, tenantId: string): Promise<PresetCounts> {
  const [sources, stale] = await Promise.all([
    db.pool.query<Omit<PresetCounts, "stale">>(
      `SELECT count(*)::int AS "all", count(*) FILTER (WHERE ${PRESET.scim})::int AS "scim",
              count(*) FILTER (WHERE ${PRESET.manual})::int AS "manual"
       FROM "Team" t WHERE t."tenantId" = $1`,
      [tenantId],
    ),
    countTeams(db, tenantId, { preset: "stale" }),
  ]);
  return { ...(sources.rows[0] ?? { all: 0, scim: 0, manual: 0 }), stale };
}

/** `WITH … matching`: the teams of a filter and, when it is sorted by, their number of members. */
function matchingTeams(
  tenantId: string,
  filter: TeamsFilter,
  parameters: Parameters,
  counted: boolean,
): string {
  const tenant = parameters.add(tenantId);
  const words = (filter.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.map((word) => `t."searchText" LIKE ${parameters.add(`%${escapeLike(word)}%`)}`);
  const conditions = [`t."tenantId" = ${tenant}`, ...found, PRESET[filter.preset]];
  return `WITH ${rejectedGroups(tenant)}, matching AS (
    SELECT t.*${counted ? `, ${COUNT_MEMBERS} AS "memberCount"` : ""}
    FROM "Team" t ${filter.preset === "stale" ? HEALTH_JOINS : ""} WHERE ${conditions.join(" AND ")}
  )`;
}

import type { MemberStep } from "@rollcall/scim";
import type { ClientBase, QueryConfig } from "pg";
import { Parameters } from "../sql/parameters.ts";
import type { Caller } from "./caller.ts";
import { elementFilterSql } from "./filter/filter-sql.ts";
import { memberOperand } from "./filter/group-source.ts";
import { isId } from "./ids.ts";
import { scopeFor } from "./list-sql.ts";
import { composedStatement, statement } from "./statement.ts";

/** What member steps came to: by id, the names of those who joined and left, and the ids that are nobody here. */
export interface MemberEffect {
  readonly joined: Map<string, string>;
  readonly left: Map<string, string>;
  readonly unknown: Set<string>;
}

interface MemberRow {
  readonly id: string;
  readonly display: string;
}

/*
 * Rows are looked up one by one, by key, in sub-selects that the planner cannot turn into a scan of the team: the cost
 * stays that of the step also where a table has grown faster than its statistics.
 */

/**
 * Users are locked FOR KEY SHARE: one who is being deleted is waited for and then not found, so that no membership is
 * left without its user. In the order of their ids, like everywhere.
 */
const ADD = `
  WITH known AS MATERIALIZED (
    SELECT u.id, COALESCE(u."displayName", u."userName") AS display FROM "User" u
     WHERE u."tenantId" = $1 AND u.id = ANY($3::uuid[]) AND u."scimState" = 'live'
     ORDER BY u.id FOR KEY SHARE),
  added AS (
    INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel)
    SELECT $1, $2, known.id, 'group' FROM known ON CONFLICT DO NOTHING RETURNING "userId")
  SELECT known.id, known.display, (
           SELECT true FROM "Membership" m
            WHERE m."tenantId" = $1 AND m."teamId" = $2 AND m."userId" = known.id LIMIT 1) IS NOT NULL AS member
    FROM known`;

/** Leaving ends the membership whichever way it came. @param which the condition on a membership `m` */
function removeSql(which: string): string {
  return `WITH gone AS (
      DELETE FROM "Membership" m WHERE m."tenantId" = $1 AND m."teamId" = $2 AND ${which} RETURNING m."userId")
    SELECT DISTINCT gone."userId" AS id, (
             SELECT COALESCE(u."displayName", u."userName") FROM "User" u
              WHERE u."tenantId" = $1 AND u.id = gone."userId") AS display
      FROM gone`;
}

const REMOVE_IDS = removeSql(`m."userId" = ANY($3::uuid[])`);
const REMOVE_OTHERS = removeSql(
  `NOT EXISTS (SELECT 1 FROM unnest($3::uuid[]) kept(id) WHERE kept.id = m."userId")`,
);

/**
 * Applies member steps to a team that is locked. The cost grows with what the steps name, never with the team.
 *
 * @param baseUrl where `$ref` in a filter points to
 */
export async function applyMemberSteps(
  client: ClientBase,
  caller: Caller,
  teamId: string,
  steps: readonly MemberStep[],
  baseUrl: string,
): Promise<MemberEffect> {
  const effect: MemberEffect = { joined: new Map(), left: new Map(), unknown: new Set() };
  const key = [caller.tenantId, teamId];
  const remove = async (query: QueryConfig) => {
    const { rows } = await client.query<MemberRow>(query);
    noteLeft(effect, rows);
  };
  for (const step of steps) {
    switch (step.kind) {
      case "add":
        await add(client, key, step.ids, effect);
        break;
      case "remove":
        await remove(statement(REMOVE_IDS, [...key, step.ids.filter(isId)]));
        break;
      case "removeWhere": {
        const parameters = new Parameters(key);
        const scope = scopeFor("u", parameters, baseUrl);
        const where = elementFilterSql(step.filter, (sub) => memberOperand(sub, "u", scope), scope);
        const matching = `EXISTS (SELECT 1 FROM "User" u WHERE u."tenantId" = $1 AND u.id = m."userId"
                                     AND u."scimState" = 'live' AND ${where})`;
        await remove(composedStatement(removeSql(matching), parameters.values));
        break;
      }
      default:
        await remove(statement(REMOVE_OTHERS, [...key, step.ids.filter(isId)]));
        await add(client, key, step.ids, effect);
    }
  }
  return effect;
}

async function add(
  client: ClientBase,
  key: readonly string[],
  ids: readonly string[],
  effect: MemberEffect,
): Promise<void> {
  if (ids.length === 0) return;
  const values = [...key, ids.filter(isId)];
  const { rows } = await client.query<MemberRow & { member: boolean }>(statement(ADD, values));
  const known = new Set(rows.map((row) => row.id));
  for (const id of ids) if (!known.has(id)) effect.unknown.add(id);
  for (const { id, display, member } of rows) {
    if (!member && !effect.left.delete(id)) effect.joined.set(id, display);
  }
}

/** Who joined and left again within one request did neither. */
function noteLeft(effect: MemberEffect, rows: readonly MemberRow[]): void {
  for (const { id, display } of rows) {
    if (!effect.joined.delete(id)) effect.left.set(id, display);
  }
}

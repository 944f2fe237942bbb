import { uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import type { Warning } from "../events/provisioning-event.ts";
import { matchKey } from "../policies/match-key.ts";
import type { Caller } from "./caller.ts";
import { type GroupName, groupName, NAMED_TEAMS, type NamedTeam, nameConflict } from "./group-name.ts";
import type { GroupsValue } from "./groups-value.ts";
import { statement } from "./statement.ts";

/** The teams that a `groups` value means, made where there were none. */
export interface WantedTeams {
  readonly ids: readonly string[];
  /** Names that can be no team here: the person is provisioned, these memberships are not. */
  readonly warnings: readonly Warning[];
}

/**
 * Finds the teams that a `groups` value names, and makes those that are missing, inside the caller's transaction. Names
 * are taken in one order everywhere, so that two pushes that make the same teams do not wait for each other in a circle.
 */
export async function wantedTeams(
  client: ClientBase,
  caller: Caller,
  wanted: NonNullable<GroupsValue["wanted"]>,
): Promise<WantedTeams> {
  const names = [...wanted.names].sort((a, b) => (matchKey(a) < matchKey(b) ? -1 : 1));
  const teams = await namedTeams(client, caller, names);
  const ids = new Set<string>(await knownTeams(client, caller, wanted.ids));
  const warnings: Warning[] = [];
  for (const name of names) {
    const team = meant(name, teams) ?? (await makeTeam(client, caller, name, teams));
    if ("code" in team) warnings.push(team);
    else ids.add(team.id);
  }
  return { ids: [...ids], warnings };
}

/** The SCIM team that a name means: by displayName, else by the team's own name. */
export function meant(name: string, teams: readonly NamedTeam[]): NamedTeam | undefined {
  const fromScim = teams.filter((team) => team.source === "scim");
  return (
    fromScim.find((team) => team.displayNameKey === matchKey(name)) ??
    fromScim.find((team) => team.name === name)
  );
}

/** Every team, whatever its source, that one of the names may mean or whose name one of them would take. */
export async function namedTeams(
  client: ClientBase,
  caller: Caller,
  names: readonly string[],
): Promise<NamedTeam[]> {
  if (names.length === 0) return [];
  const derived = names.flatMap((name) => {
    const made = groupName(name, false);
    return made.ok ? [made.value.name.toLowerCase(), name.toLowerCase()] : [];
  });
  const values = [caller.tenantId, names.map(matchKey), [...new Set(derived)]];
  return (await client.query<NamedTeam>(statement(NAMED_TEAMS, values))).rows;
}

const KNOWN_TEAMS = `SELECT id FROM "Team" WHERE "tenantId" = $1 AND source = 'scim' AND id = ANY($2::uuid[])`;

async function knownTeams(client: ClientBase, caller: Caller, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(statement(KNOWN_TEAMS, [caller.tenantId, ids]));
  return rows.map((row) => row.id);
}

export const INSERT_TEAM = `
  INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, "externalId", source, "lastTouchedAt")
  VALUES ($1, $2, $3, $4, $5, $6, 'scim', now()) ON CONFLICT DO NOTHING RETURNING id`;

async function makeTeam(
  client: ClientBase,
  caller: Caller,
  displayName: string,
  teams: NamedTeam[],
): Promise<NamedTeam | Warning> {
  const name = groupName(displayName, caller.strictNames);
  if (!name.ok) return warning(name.error, displayName);
  const conflict = nameConflict(name.value, teams);
  if (conflict !== undefined) return warning(conflict, displayName);
  const made = await insertTeam(client, caller, name.value);
  if (made === undefined) return makeTeamAgain(client, caller, displayName, teams);
  teams.push(made);
  return made;
}

/** Someone else made a team of this name between our look and our insert, and has committed it. */
async function makeTeamAgain(
  client: ClientBase,
  caller: Caller,
  displayName: string,
  teams: NamedTeam[],
): Promise<NamedTeam | Warning> {
  const now = await namedTeams(client, caller, [displayName]);
  teams.push(...now);
  const team = meant(displayName, now);
  if (team !== undefined) return team;
  const name = groupName(displayName, caller.strictNames);
  const conflict = name.ok ? nameConflict(name.value, now) : name.error;
  if (conflict === undefined) throw new Error(`the team "${displayName}" could be neither made nor found`);
  return warning(conflict, displayName);
}

async function insertTeam(
  client: ClientBase,
  caller: Caller,
  group: GroupName,
): Promise<NamedTeam | undefined> {
  const values = [caller.tenantId, uuidv7(), group.displayName, group.displayNameKey, group.name, null];
  const { rows } = await client.query<{ id: string }>(statement(INSERT_TEAM, values));
  const id = rows[0]?.id;
  return id === undefined ? undefined : { id, ...group, source: "scim" };
}

function warning(error: { readonly code: string; readonly detail: string }, value: string): Warning {
  return { code: error.code, detail: error.detail, value };
}

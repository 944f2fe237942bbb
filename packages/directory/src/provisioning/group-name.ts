import type { Result, ScimError } from "@rollcall/scim";
import { matchKey } from "../policies/match-key.ts";
import { deriveTeamName, strictTeamName } from "../policies/team-name.ts";

/** A team that may stand in the way of a name. */
export interface NamedTeam {
  readonly id: string;
  readonly displayName: string;
  readonly displayNameKey: string;
  readonly name: string;
  readonly source: "scim" | "manual";
}

/** The three forms of a group's name. */
export interface GroupName {
  readonly displayName: string;
  readonly displayNameKey: string;
  readonly name: string;
}

/** Teams that share a displayName or a name with a group, case aside. $1 tenant, $2 displayName keys, $3 names in lower case. */
export const NAMED_TEAMS = `
  SELECT id, "displayName", "displayNameKey", name, source FROM "Team"
   WHERE "tenantId" = $1 AND ("displayNameKey" = ANY($2::text[]) OR lower(name) = ANY($3::text[]))
   ORDER BY id`;

/** The name a group would have here. @returns error `group.name_invalid` or `group.name_too_long` when names must be exact */
export function groupName(displayName: string, strictNames: boolean): Result<GroupName> {
  const derived: Result<string> = strictNames
    ? strictTeamName(displayName)
    : { ok: true, value: deriveTeamName(displayName) };
  if (!derived.ok) return derived;
  return { ok: true, value: { displayName, displayNameKey: matchKey(displayName), name: derived.value } };
}

/** Why a group cannot have this name; undefined when nothing stands in the way. */
export function nameConflict(
  group: GroupName,
  teams: readonly NamedTeam[],
  ownId?: string,
): ScimError | undefined {
  const others = teams.filter((team) => team.id !== ownId && clashes(group, team));
  const same = others.find((team) => team.source === "scim" && team.displayNameKey === group.displayNameKey);
  if (same !== undefined) return nameTaken(same.displayName);
  const manual = others.find((team) => team.source === "manual");
  if (manual !== undefined) return manualClash(group, manual);
  const derived = others[0];
  return derived && derivedClash(group, derived);
}

function clashes(group: GroupName, team: NamedTeam): boolean {
  return team.displayNameKey === group.displayNameKey || team.name.toLowerCase() === group.name.toLowerCase();
}

function nameTaken(displayName: string): ScimError {
  return conflict(
    "group.name_taken",
    `A group named "${short(displayName)}" exists already. Look it up with a displayName filter and update it.`,
  );
}

function manualClash(group: GroupName, team: NamedTeam): ScimError {
  return conflict(
    "group.manual_clash",
    `"${short(group.displayName)}" is the name of a team that was made in Rollcall ("${short(team.name)}"). An admin can adopt that team under Access → Teams, or rename the group.`,
  );
}

function derivedClash(group: GroupName, team: NamedTeam): ScimError {
  return conflict(
    "group.name_taken",
    `"${short(group.displayName)}" and "${short(team.displayName)}" would both be the team "${team.name}". Rename one of them.`,
  );
}

function conflict(code: string, detail: string): ScimError {
  return { code, status: 409, scimType: "uniqueness", detail };
}

function short(name: string): string {
  return name.slice(0, 100);
}

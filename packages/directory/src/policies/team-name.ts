import { createHash } from "node:crypto";
import type { Result } from "@rollcall/scim";
import { matchKey } from "./match-key.ts";

/** The longest name a team can have. */
export const TEAM_NAME_LENGTH = 36;

const TEAM_NAME = /^[A-Za-z0-9_-]+$/;

/** Whether a group's displayName can be a team's name as it stands: letters, digits, `-`, `_`, at most 36. */
export function isTeamName(displayName: string): boolean {
  return displayName.length <= TEAM_NAME_LENGTH && TEAM_NAME.test(displayName);
}

/**
 * The team name that a displayName becomes. A name that follows the rule stays as it is. Otherwise letters lose their
 * accents and case, everything else becomes `-`, and the end is cut; a name of which nothing is left (`営業部`) gets
 * one made of its hash, so that the same group always becomes the same team.
 */
export function deriveTeamName(displayName: string): string {
  if (isTeamName(displayName)) return displayName;
  const slug = displayName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, TEAM_NAME_LENGTH)
    .replace(/-+$/, "");
  return slug || `team-${createHash("sha256").update(matchKey(displayName)).digest("hex").slice(0, 12)}`;
}

/** The name rule of a connection that derives nothing. @returns error `group.name_invalid` or `group.name_too_long` */
export function strictTeamName(displayName: string): Result<string> {
  if (isTeamName(displayName)) return { ok: true, value: displayName };
  const suggestion = deriveTeamName(displayName);
  const tooLong = TEAM_NAME.test(displayName);
  return {
    ok: false,
    error: {
      code: tooLong ? "group.name_too_long" : "group.name_invalid",
      status: 400,
      scimType: "invalidValue",
      detail: `"${displayName.slice(0, 100)}" cannot be a team name: letters, digits, - and _ only, at most ${TEAM_NAME_LENGTH} characters. Rename it, for example to "${suggestion}".`,
    },
  };
}

import { deriveTeamName } from "../policies/team-name.ts";
import type { ReasonCode } from "./reason.ts";

/** A value that would have been accepted in place of the refused one; null when none can be made from it. */
export function suggestion(code: ReasonCode, refused: string): string | null {
  if (refused === "" || (code !== "group.name_invalid" && code !== "group.name_too_long")) return null;
  return deriveTeamName(refused);
}

import type { ReasonCode } from "./reason.ts";

const TEAM_NAME_LENGTH = 36;

/** A value that would have been accepted in place of the refused one; null when none can be made from it. */
export function suggestion(code: ReasonCode, refused: string): string | null {
  if (code !== "group.name_invalid" && code !== "group.name_too_long") return null;
  const name = refused
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/-{2,}/g, "-")
    .slice(0, TEAM_NAME_LENGTH)
    .replace(/^-+|-+$/g, "");
  return name === "" ? null : name;
}

import type { Team } from "./schema.ts";

export interface TeamForm {
  readonly name: string;
  readonly description: string;
  readonly grants: "none" | "member" | "admin";
}

const FIELDS = ["name", "description", "grants"] as const;

/** A team as its form shows it. The name of a synced team is the one that it has here, which nobody edits. */
export function teamForm(
  team: Pick<Team, "synced" | "name" | "displayName" | "description" | "grantsRole">,
): TeamForm {
  return {
    name: team.synced ? team.name : team.displayName,
    description: team.description ?? "",
    grants: team.grantsRole ?? "none",
  };
}

/** The fields that another admin, or the identity provider, changed since the editor saw them. */
export function changedElsewhere(seen: TeamForm, latest: TeamForm): (keyof TeamForm)[] {
  return FIELDS.filter((field) => seen[field] !== latest[field]);
}

/** What the editor changed of what they saw. */
export function edited(values: TeamForm, seen: TeamForm): Partial<TeamForm> {
  return Object.fromEntries(
    FIELDS.filter((field) => values[field] !== seen[field]).map((field) => [field, values[field]]),
  );
}

/** Fields of the form as the API has them. */
export function toFields({ name, description, grants }: Partial<TeamForm>) {
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description: description.trim() || null }),
    ...(grants !== undefined && { grantsRole: grants === "none" ? null : grants }),
  };
}

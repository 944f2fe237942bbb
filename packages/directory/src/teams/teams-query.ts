export const TEAM_PRESETS = ["all", "scim", "manual", "stale"] as const;
export type TeamPreset = (typeof TEAM_PRESETS)[number];

export const TEAM_SORTS = ["name", "members", "touched"] as const;
export type TeamSort = (typeof TEAM_SORTS)[number];

export interface TeamsFilter {
  readonly search?: string | undefined;
  readonly preset: TeamPreset;
}

export interface TeamsQuery extends TeamsFilter {
  readonly sort: TeamSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

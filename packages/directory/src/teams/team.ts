import type { TenantRole } from "../accounts/effective-role.ts";

export type TeamSource = "scim" | "manual";

/**
 * `possibly_stale`: left over, by evidence, after its role was deleted. `kept`: the same, but an admin said to keep it.
 * `empty`: nobody ever joined. `name_clash`: a pushed group was turned away because this manual team has its name.
 * `update_rejected`: the last change of the identity provider was turned away. `none`: nothing to say, which is usual.
 */
export const TEAM_HEALTHS = [
  "none",
  "possibly_stale",
  "kept",
  "empty",
  "name_clash",
  "update_rejected",
] as const;
export type TeamHealthKind = (typeof TEAM_HEALTHS)[number];

export interface TeamEvidence {
  /** When the last member left; null while there are members, or when nobody ever was one. ISO 8601. */
  readonly emptySince: string | null;
  /** Members whose payloads since the team was last mentioned name other groups, and not this one. */
  readonly updatedWithout: number;
  /** The request that was turned away, and why. */
  readonly eventId: string | null;
  readonly reason: string | null;
}

/** A team in a list. */
export interface TeamRow {
  readonly id: string;
  /** As the identity provider sent it. */
  readonly displayName: string;
  /** The name in this product. */
  readonly name: string;
  readonly description: string | null;
  readonly source: TeamSource;
  readonly grantsRole: TenantRole | null;
  readonly memberCount: number;
  readonly lastTouchedAt: Date | null;
  readonly keptUntil: Date | null;
  readonly health: TeamHealthKind;
  readonly evidence: TeamEvidence;
}

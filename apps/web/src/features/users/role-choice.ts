import type { Person } from "./schema.ts";

/** A role given by hand, or none: the teams decide. */
export const ROLE_CHOICES = ["inherit", "admin", "member"] as const;
export type GivenRole = (typeof ROLE_CHOICES)[number];

export interface RoleChange {
  readonly to: GivenRole;
  /** What stood there when it was chosen. */
  readonly seen: Person["givenRole"];
}

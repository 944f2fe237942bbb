import type { Deviations } from "../dialects/dialect.ts";

/** How a body is read. */
export interface Reading {
  readonly deviations: Deviations;
  /** Whether an unassigned sub-attribute stays as null, for a change that has to unassign it. */
  readonly keepNull: boolean;
}

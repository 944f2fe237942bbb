import type { EventOutcome } from "../../events/provisioning-event.ts";

/** What a request was about. `connection`: credentials, discovery, wrong addresses, and acts of admins. */
export type ActivityKind = "person" | "team" | "connection";

/** Which requests to list. Every part is optional; all that are given must hold. */
export interface ActivityFilter {
  readonly outcomes?: readonly EventOutcome[] | undefined;
  readonly kind?: ActivityKind | undefined;
  /** A reason code. */
  readonly reason?: string | undefined;
  /** Name, e-mail, userName, externalId or id of a person or a team, or part of a name. */
  readonly search?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  /** Whether to list look-ups too: an identity provider reads before it writes, so they drown the rest. */
  readonly lookups?: boolean | undefined;
}

const ALL = ["applied", "no_change", "rejected", "auth_failed", "server_error"] as const;

/** The outcomes that a filter lets through. */
export function outcomesOf(filter: ActivityFilter): readonly EventOutcome[] {
  if (filter.outcomes && filter.outcomes.length > 0) return filter.outcomes;
  return filter.lookups ? [...ALL, "lookup"] : ALL;
}

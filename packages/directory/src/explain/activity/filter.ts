import type { EventOutcome } from "../../events/provisioning-event.ts";

/**
 * What came of a request, as Activity tells it. `paused`: the token was right, but SCIM was off; an event keeps it among
 * the refused credentials.
 */
export const ACTIVITY_OUTCOMES = [
  "applied",
  "no_change",
  "rejected",
  "auth_failed",
  "paused",
  "server_error",
  "lookup",
] as const;
export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number];

/** The outcome of an event as Activity tells it. */
export function activityOutcome(event: {
  readonly outcome: EventOutcome;
  readonly authClass: string | null;
}): ActivityOutcome {
  return event.outcome === "auth_failed" && event.authClass === "paused" ? "paused" : event.outcome;
}

/** What a request was about. `connection`: credentials, discovery, wrong addresses, and acts of admins. */
export type ActivityKind = "person" | "team" | "connection";

/** Which requests to list. Every part is optional; all that are given must hold. */
export interface ActivityFilter {
  readonly outcomes?: readonly ActivityOutcome[] | undefined;
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

const CHANGES = ACTIVITY_OUTCOMES.filter((outcome) => outcome !== "lookup");

/** The outcomes that a filter lets through. */
export function outcomesOf(filter: ActivityFilter): readonly ActivityOutcome[] {
  if (filter.outcomes && filter.outcomes.length > 0) return filter.outcomes;
  return filter.lookups ? ACTIVITY_OUTCOMES : CHANGES;
}

/**
 * Whether what is about the connection alone stands in the list: acts of admins, and the tests by which an identity provider
 * tries it. A filter that only changes of people and teams can meet leaves it out.
 */
export function showsConnection({ kind, outcomes, reason, search }: ActivityFilter): boolean {
  return (kind === undefined || kind === "connection") && !outcomes?.length && !reason && !search?.trim();
}

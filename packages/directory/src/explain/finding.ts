import type { ReasonCode, Severity } from "./reason.ts";
import type { Sentence } from "./sentence.ts";

/** A person or a team that a finding is about. */
export interface Subject {
  readonly label: string;
  readonly kind: "person" | "team";
  /** The user's or team's id, when we have one. */
  readonly id: string | null;
  /** The newest event that shows it. */
  readonly eventId: string | null;
  /** What was received about it: the name refused, the suggestion made. */
  readonly value: string | null;
  /** A value that would be accepted, to copy. */
  readonly suggestion: string | null;
}

/** What the console can offer beside the steps. Each is a place or a dialog, never an act by itself. */
export type ActionKind =
  | "adopt_team"
  | "copy_url"
  | "link_account"
  | "open_config"
  | "regenerate_token"
  | "see_requests"
  | "see_teams"
  | "see_users"
  | "turn_on";

export interface Action {
  readonly kind: ActionKind;
  /** Path and query inside the console. */
  readonly href: string;
}

/**
 * Something that needs attention, in three layers: what we received (fact), the likely cause (inference), and what to do
 * in the identity provider.
 */
export interface Finding {
  /** Stable while the same trouble lasts: what a dismissal names. */
  readonly key: string;
  readonly code: ReasonCode;
  readonly severity: Severity;
  readonly title: Sentence;
  readonly received: readonly Sentence[];
  readonly likely: Sentence | null;
  readonly steps: readonly Sentence[];
  /** Requests, people or teams that show it. */
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** When it was seen to be over; it is shown so for ten minutes. */
  readonly resolvedAt: string | null;
  /** Said instead of the rest once it is over. */
  readonly resolution: Sentence | null;
  /** Where the evidence is listed. */
  readonly href: string | null;
  readonly actions: readonly Action[];
  /** At most twenty, newest first. */
  readonly subjects: readonly Subject[];
}

/** How long a finding that is over stays in sight. */
export const RESOLVED_VISIBLE_MS = 10 * 60_000;

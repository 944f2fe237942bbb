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
  /** Where more is told of it: its page, the trace of someone who is not here, or the request. */
  readonly href: string;
}

/** What the console can offer beside the steps. Each is a place or a dialog, never an act by itself. */
export type ActionKind =
  | "adopt_team"
  | "copy_url"
  | "link_account"
  | "merge_accounts"
  | "open_config"
  | "regenerate_token"
  | "see_around"
  | "see_requests"
  | "see_teams"
  | "see_users"
  | "turn_on";

export interface Action {
  readonly kind: ActionKind;
  /** Path and query inside the console. */
  readonly href: string;
  /** How many requests the place lists, where that is known. */
  readonly count?: number;
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
  /** How often and when it showed, in the words of its kind; `at` stands for `lastAt`. */
  readonly seen: Sentence;
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

import type { Action } from "../finding.ts";
import type { ReasonCode } from "../reason.ts";
import type { Sentence } from "../sentence.ts";

/** What became of a person, in one word. */
export const TRACE_OUTCOMES = [
  "here",
  "deactivated",
  "local_conflict",
  "rejected",
  "other_identity",
  "looked_up",
  "credentials_refused",
  "scim_off",
  "nothing",
] as const;
export type TraceOutcome = (typeof TRACE_OUTCOMES)[number];

export const TRACE_STEPS = ["reached", "accepted", "complete", "matched", "teams"] as const;
export type TraceStepName = (typeof TRACE_STEPS)[number];

/** One of the five steps from the identity provider to a team. `unreached`: an earlier step ended the way. */
export interface TraceStep {
  readonly name: TraceStepName;
  readonly state: "ok" | "failed" | "unreached";
  readonly sentence: Sentence;
}

/** The person that was found, under the searched identity or another. */
export interface TracePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly href: string;
}

/** A request that named the person. */
export interface TraceRequest {
  readonly id: string;
  readonly at: string;
  readonly sentence: Sentence;
  readonly status: number;
}

/** The answer to "Why isn't this person here?" */
export interface Trace {
  readonly query: string;
  readonly outcome: TraceOutcome;
  readonly code: ReasonCode | null;
  readonly headline: Sentence;
  readonly steps: readonly TraceStep[];
  readonly received: readonly Sentence[];
  readonly likely: Sentence | null;
  /** What to check in the identity provider. */
  readonly checks: readonly Sentence[];
  readonly person: TracePerson | null;
  /** The event that decided. */
  readonly eventId: string | null;
  /** The newest requests that named the person, at most ten. */
  readonly requests: readonly TraceRequest[];
  readonly actions: readonly Action[];
}

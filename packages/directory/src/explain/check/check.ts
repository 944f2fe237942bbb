import type { Change, EventOutcome } from "../../events/provisioning-event.ts";
import type { ReasonCode } from "../reason.ts";
import type { Sentence } from "../sentence.ts";

/** A write as the identity provider sends it, or would. */
export interface PayloadRequest {
  readonly method: "POST" | "PUT" | "PATCH";
  /** Path below the base URL: `/Users`, `/Groups/0199…`. */
  readonly path: string;
  /** The body's text. */
  readonly payload: string;
}

export const CHECK_STEPS = ["received", "acceptable", "matched", "changes", "answer"] as const;
export type CheckStepName = (typeof CHECK_STEPS)[number];

/** One of the five steps from a payload to its answer. `unreached`: an earlier step ended the way. */
export interface CheckStep {
  readonly name: CheckStepName;
  readonly state: "ok" | "failed" | "unreached";
  readonly sentence: Sentence;
}

/** What became of each part of the body. */
export interface PayloadReading {
  /** Attributes that were taken, or the operations of a PATCH. */
  readonly understood: readonly string[];
  /** Attributes that a client cannot set, or that had no value. */
  readonly ignored: readonly string[];
  /** Attributes and schemas that nothing here defines. */
  readonly unknown: readonly string[];
  /** Where the body departs from the standard and was read all the same. */
  readonly dialects: readonly { readonly name: string; readonly what: string | null }[];
}

/** Someone or something that is here now. */
export interface Known {
  readonly id: string;
  readonly label: string;
  readonly href: string;
}

export const CHECK_MATCHES = ["new", "existing", "link", "revive", "conflict", "unknown"] as const;

/** Whom a payload is about: `link` a local account, `revive` somebody deleted, `conflict` who stands in the way. */
export interface CheckMatch {
  readonly kind: (typeof CHECK_MATCHES)[number];
  /** Null for what is new or unknown. */
  readonly known: Known | null;
}

/** What would be different afterwards. */
export interface CheckEffects {
  /** Attributes of the person or the team itself. */
  readonly changes: readonly Change[];
  /** Teams of a person, or members of a team. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** Teams that would be made for a person. */
  readonly newTeams: readonly string[];
  /** How many sessions would end. */
  readonly sessions: number;
  readonly roles: readonly { readonly name: string; readonly becomes: "admin" | "no_admin" }[];
}

/** What the endpoint would answer. */
export interface CheckAnswer {
  readonly status: number;
  readonly scimType: string | null;
  readonly detail: string | null;
  /** JSON; null when there is none, or it is too long to be shown. */
  readonly body: string | null;
  readonly whole: boolean;
}

/** What would come of a payload. */
export interface PayloadCheck {
  readonly outcome: EventOutcome;
  readonly steps: readonly CheckStep[];
  readonly reading: PayloadReading;
  readonly match: CheckMatch | null;
  readonly effects: CheckEffects | null;
  readonly answer: CheckAnswer;
  /** Why it would be refused, or what of it would be left out. */
  readonly code: ReasonCode | null;
  readonly facts: readonly Sentence[];
  readonly likely: Sentence | null;
  /** What to do, in the identity provider's own labels. */
  readonly fixes: readonly Sentence[];
  readonly suggestion: string | null;
  /** Whether SCIM is off, so that the endpoint would answer 403 before all this. */
  readonly paused: boolean;
}

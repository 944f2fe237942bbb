import type { ReasonCode } from "../reason.ts";

const BY_CLASS = {
  retired: "auth.retired_token",
  truncated: "auth.truncated_token",
  unknown: "auth.unknown_token",
  missing: "auth.missing_header",
  malformed: "auth.malformed_header",
  paused: "auth.paused",
  other_tenant: "auth.other_tenant",
} as const satisfies Readonly<Record<string, ReasonCode>>;

export type AuthReason = (typeof BY_CLASS)[keyof typeof BY_CLASS];

/** The reason code of an event's `authClass`. */
export function reasonOfClass(authClass: string): AuthReason {
  return isClass(authClass) ? BY_CLASS[authClass] : "auth.unknown_token";
}

function isClass(name: string): name is keyof typeof BY_CLASS {
  return Object.hasOwn(BY_CLASS, name);
}

const PROBLEMS = ["doubled_bearer", "quoted", "blanks", "no_scheme", "other_scheme", "empty"] as const;

/** What was wrong with a malformed Authorization header, as its event's detail names it. */
export function malformedProblem(detail: string | null): (typeof PROBLEMS)[number] | "other" {
  return PROBLEMS.find((problem) => detail?.startsWith(`${problem}:`)) ?? "other";
}

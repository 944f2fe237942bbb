import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

export type PasswordFault = "too_short" | "too_long" | "common";

// The list of leaked passwords and the keyboard runs of zxcvbn-ts, a maintained package.
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** So many characters say whether a password is hard to guess, and the estimate's cost grows with the square of them. */
const ESTIMATED = 64;

/** Lowest accepted estimate of zxcvbn, 0 to 4: more than 10^8 guesses. */
const MIN_SCORE = 3;

/**
 * What speaks against a new password, or null.
 *
 * @param personal Words that an attacker would try first: name, address, organisation.
 */
export function passwordFault(password: string, personal: readonly string[]): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "too_short";
  if (length > PASSWORD_MAX) return "too_long";
  return estimator.check(password.slice(0, ESTIMATED), words(personal)).score < MIN_SCORE ? "common" : null;
}

function words(personal: readonly string[]): string[] {
  return personal
    .map((text) => text.toLowerCase())
    .flatMap((text) => [text, text.replace(/\s+/g, ""), ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2);
}

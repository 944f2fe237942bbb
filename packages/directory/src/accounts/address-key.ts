import { matchKey } from "../policies/match-key.ts";

/** An e-mail address or userName as a person typed it, in the form in which the directory compares it. */
export function addressKey(address: string): string {
  return matchKey(address.trim());
}

import type { Result, ScimError } from "./scim-error.ts";

/**
 * A refusal on its way up through a parser. It never leaves this package: what is public answers a `Result`.
 */
export class Refused extends Error {
  readonly error: ScimError;

  constructor(error: ScimError) {
    super(error.detail);
    this.error = error;
  }
}

/** Runs a parser and gives what it made, or the refusal that it threw. Every other exception goes on. */
export function attempt<T>(run: () => T): Result<T> {
  try {
    return { ok: true, value: run() };
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, error: thrown.error };
    throw thrown;
  }
}

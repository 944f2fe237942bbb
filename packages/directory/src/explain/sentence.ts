/**
 * A sentence of the console, as data: which message of the catalogue, and what stands in its places. The directory knows
 * what happened; the words are the console's (`apps/web/messages/<locale>/explain.json`).
 */
export interface Sentence {
  /** Dotted path of the message below the `explain` namespace: `findings.auth.retired_token.received`. */
  readonly id: string;
  /** Texts and numbers of the message's arguments. */
  readonly values: Readonly<Record<string, string | number>>;
  /** ISO 8601 instants of its arguments, to be shown in the reader's own time zone. */
  readonly times: Readonly<Record<string, string>>;
}

type Value = string | number | Date | null | undefined;

/**
 * Makes a sentence. Dates become times; absent values become empty text, so that a message always finds its arguments.
 *
 * @example say("findings.auth.retired_token.received", { last4: "A1B2", retiredAt: new Date() })
 */
export function say(id: string, given: Readonly<Record<string, Value>> = {}): Sentence {
  const values: Record<string, string | number> = {};
  const times: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value instanceof Date) times[name] = value.toISOString();
    else values[name] = value ?? "";
  }
  return { id, values, times };
}

/** Values of one statement, in the order of their placeholders. Nothing a person typed is ever part of the SQL text. */
export class Parameters {
  readonly values: unknown[];

  /** @param first Values that have their placeholders already. */
  constructor(first: readonly unknown[] = []) {
    this.values = [...first];
  }

  /** @returns The placeholder of the value: `$1`, `$2` … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Neutralises what LIKE gives a meaning to, so that `_` and `%` find themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

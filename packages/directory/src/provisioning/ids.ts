const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text can be one of our ids. Ids are compared exactly: only the canonical lower-case form is one. */
export function isId(text: string): boolean {
  return UUID.test(text) && text === text.toLowerCase();
}

/** An id for a parameter: what cannot be one becomes null and finds nothing. */
export function idOrNull(text: string): string | null {
  return isId(text) ? text : null;
}

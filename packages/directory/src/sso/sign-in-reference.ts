export const REFERENCE_LENGTH = 12;

/** What the sign-in page shows of a refused sign-in, for the person to pass on: the end of its id. */
export function signInReference(id: string): string {
  return id.slice(-REFERENCE_LENGTH);
}

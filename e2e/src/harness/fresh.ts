/** How old what is on screen may be, in milliseconds: the three seconds that the console promises, and two for a busy machine. */
export const FRESH_MS = 5_000;

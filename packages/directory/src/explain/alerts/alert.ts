import type { Sentence } from "../sentence.ts";

/** Something that an admin is to hear of without opening the console. */
export interface Alert {
  /** Stable while the same trouble lasts. */
  readonly key: string;
  /** Told again once a day while it lasts; otherwise once. */
  readonly daily: boolean;
  readonly title: Sentence;
  /** What was seen, then the likely cause. */
  readonly facts: readonly Sentence[];
  readonly steps: readonly Sentence[];
  /** Path and query inside the console, where more is told. */
  readonly href: string;
}

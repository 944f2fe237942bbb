/** Something that the console is to hold, and that a machine can judge. */
export interface Point {
  readonly number: number;
  readonly what: string;
  /** Without it the console is not fit to ship, whatever the score. */
  readonly gate: boolean;
}

const GATES: ReadonlySet<number> = new Set([1, 2, 6, 7, 13, 15, 16, 20, 24, 26, 36]);

const WHAT = [
  "axe finds nothing of WCAG 2.2 AA on any route, theme, dialog or sheet",
  "contrast of text, of each status and of borders of controls",
  "landmarks and headings",
  "dialogs, buttons, links and fields have names",
  "Lighthouse: accessibility 100",
  "by keyboard from sign-in to both values in the clipboard",
  "by keyboard to a new token, which is not lost by accident",
  "by keyboard from a search to a person and back to the same place",
  "by keyboard through deleting a left-over team, the focus with the next row",
  "focus stays in a dialog and returns to what opened it",
  "the focus is seen at every stop, under nothing",
  "a link past the navigation; the one-letter shortcut can be switched off",
  "a copy that failed is not called one",
  "a copy is announced in the same live region each time",
  "the token is nowhere but where it is shown",
  "a token that was shown is masked ever after",
  "no-store, a strict content security policy, a referrer policy",
  "the twelve states of provisioning",
  "loading has the geometry of what comes, and moves nothing",
  "a failure is an error, not an empty list",
  "empty at first and empty by a filter differ, and each has a way on",
  "who may only look can change nothing",
  "what is disabled says why",
  "a retired token is named within ten seconds",
  "four ways to send a token wrongly, four sentences",
  "someone without an e-mail is found by the trace",
  "missing groups are told, for all or for whom",
  "a refused team name comes with a suggestion",
  "a left-over team is told from a quiet one",
  "connected and nothing pushed: what to check, and what we cannot see",
  "a pause refuses, records and keeps",
  "5,000 people: the server searches, sorts and pages",
  "the address alone is the view",
  "a CSV is the filtered set and no formula",
  "times name their zone, in every zone",
  "375, 768 and 1280 px, 320 px, 200 %",
  "dark without a flash",
  "long words, longer languages, right to left",
  "fast, and quiet when hidden",
  "destruction is named, counted and recorded; findings keep fact and guess apart",
];

/** The forty points, in the order of their numbers. */
export const POINTS: readonly Point[] = WHAT.map((what, index) => ({
  number: index + 1,
  what,
  gate: GATES.has(index + 1),
}));

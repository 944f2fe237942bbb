import { POINTS, type Point } from "./points.ts";

/** A test that ran: its title begins with the points that it holds, `#13 #14 copy: …`. */
export interface Judged {
  readonly title: string;
  readonly passed: boolean;
  /** Why it failed, in a line. */
  readonly why?: string | undefined;
}

export interface Score {
  readonly met: readonly Point[];
  readonly unmet: readonly { readonly point: Point; readonly why: string }[];
  /** Points that no test of this run holds. */
  readonly unseen: readonly Point[];
}

/** The points at the head of a title. */
export function pointsOf(title: string): number[] {
  const head = /^(?:#\d+ )*/.exec(title)?.[0] ?? "";
  return [...head.matchAll(/\d+/g)].map(Number);
}

/** A point is met when a test holds it and every test that holds it passed. */
export function scoreOf(tests: readonly Judged[]): Score {
  const holders = (point: Point) => tests.filter((test) => pointsOf(test.title).includes(point.number));
  const unmet = POINTS.flatMap((point) => {
    const broken = holders(point).find((test) => !test.passed);
    return broken ? [{ point, why: `${broken.title}${broken.why ? `: ${broken.why}` : ""}` }] : [];
  });
  const unseen = POINTS.filter((point) => holders(point).length === 0);
  const met = POINTS.filter(
    (point) => !unseen.includes(point) && !unmet.some((each) => each.point === point),
  );
  return { met, unmet, unseen };
}

/** The score in a few lines: the sum first, then each point that is not met and why. */
export function scoreText({ met, unmet, unseen }: Score): string {
  const gates = (points: readonly Point[]) => points.filter((point) => point.gate).length;
  const sum = `rubric: ${met.length} of ${POINTS.length}, gates ${gates(met)} of ${gates(POINTS)}`;
  const name = ({ number, gate, what }: Point) => `${number}${gate ? " (gate)" : ""} ${what}`;
  return [
    unmet.length === 0 ? sum : `${sum}; not met: ${unmet.map(({ point }) => point.number).join(", ")}`,
    ...unmet.map(({ point, why }) => `  ✗ ${name(point)}: ${why}`),
    ...(unseen.length === 0 ? [] : [`  not tried: ${unseen.map(({ number }) => number).join(", ")}`]),
  ].join("\n");
}

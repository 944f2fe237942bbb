const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 30],
  ["month", 12],
  ["year", Number.POSITIVE_INFINITY],
];

/**
 * "2 min. ago" for a moment seen from `now` (both in ms). Under ten seconds it is `justNow`; the future is counted too.
 */
export function relativeTime(at: number, now: number, locale: string, justNow: string): string {
  let amount = (at - now) / 1000;
  if (Math.abs(amount) < 10) return justNow;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size) return format.format(Math.trunc(amount), unit);
    amount /= size;
  }
  return format.format(Math.trunc(amount), "year");
}

/** A moment with year and zone, in the zone of the reader or in UTC: "Mar 3, 2026, 2:02:00 PM GMT+1". */
export function absoluteTime(at: number, locale: string, timeZone?: "UTC"): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "long", timeZone }).format(at);
}

/**
 * The same without its zone where that is `named`, the one that stands beside: in the head of a column, for one. A moment
 * of summer under a head of winter still tells its own.
 */
export function timeBeside(at: number, locale: string, named: string, timeZone?: "UTC"): string {
  if (zoneName(at, locale, timeZone) !== named) return absoluteTime(at, locale, timeZone);
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone }).format(at);
}

/** The short name of the reader's zone at a moment: CET, GMT+1. */
export function zoneName(at: number, locale: string, timeZone?: "UTC"): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: "short", timeZone }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

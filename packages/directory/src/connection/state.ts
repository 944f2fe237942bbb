/** What the provisioning page says of the connection. Loading, failure to load and lack of permission are the page's. */
export const CONNECTION_STATES = [
  "off",
  "not_set_up",
  "waiting",
  "nothing_pushed",
  "healthy",
  "failing_auth",
  "some_rejected",
  "quiet",
  "paused",
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** The facts that the state follows from. */
export interface StateFacts {
  readonly enabled: boolean;
  /** When it was turned on last; null is never. */
  readonly enabledAt: Date | null;
  readonly hasToken: boolean;
  /** When a token was first accepted. */
  readonly verifiedAt: Date | null;
  readonly lastChangeAt: Date | null;
  /** Whether refused credentials are an open finding. */
  readonly authFailing: boolean;
  /** People and teams that are turned away by open findings. */
  readonly turnedAway: number;
}

/** Without a change for so long the connection is called quiet, which is normal. */
export const QUIET_AFTER_MS = 7 * 86_400_000;

/**
 * The state of a connection. Silence is never a fault: only refused tokens are `failing_auth`, only open refusals are
 * `some_rejected`.
 */
export function connectionState(facts: StateFacts, now: Date): ConnectionState {
  if (!facts.enabled) return facts.enabledAt === null ? "off" : "paused";
  if (!facts.hasToken) return "not_set_up";
  if (facts.authFailing) return "failing_auth";
  if (facts.verifiedAt === null) return "waiting";
  if (facts.turnedAway > 0) return "some_rejected";
  if (facts.lastChangeAt === null) return "nothing_pushed";
  return now.getTime() - facts.lastChangeAt.getTime() > QUIET_AFTER_MS ? "quiet" : "healthy";
}

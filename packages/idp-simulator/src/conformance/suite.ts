import type { Endpoint } from "./endpoint.ts";

export type Level = "MUST" | "SHOULD" | "MAY";

/** One thing that a client can observe of a server. It holds when `run` does not throw. */
export interface Check {
  readonly name: string;
  /** Where it is demanded: `RFC 7644 §3.12`, or a public address. */
  readonly source: string;
  readonly level: Level;
  run(endpoint: Endpoint): Promise<void>;
}

/** Checks that belong together and run in order; later ones may build on what earlier ones made. */
export interface Suite {
  /** Whose checks these are: `RFC 7644: filters`, `Okta SPEC test`. */
  readonly client: string;
  readonly checks: readonly Check[];
}

export interface CheckOptions {
  readonly source?: string;
  readonly level?: Level;
}

export type Define = (
  name: string,
  run: (endpoint: Endpoint) => Promise<void>,
  options?: CheckOptions,
) => void;

/**
 * @param source cited for each check that names none of its own
 * @example suite("Ping", "https://developer.pingidentity.com", (check) => check("…", async (scim) => { … }))
 */
export function suite(client: string, source: string, define: (check: Define) => void): Suite {
  const checks: Check[] = [];
  define((name, run, options = {}) => checks.push({ name, run, source, level: "MUST", ...options }));
  return { client, checks };
}

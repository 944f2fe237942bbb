import { openEndpoint, type Target } from "./endpoint.ts";
import type { Check, Suite } from "./suite.ts";

export interface CheckResult {
  readonly client: string;
  readonly check: Check;
  readonly ok: boolean;
  /** Why it failed, in one line. */
  readonly message?: string;
}

/** Runs suites one after the other, each with its own connection, and deletes what they made. */
export async function runConformance(
  target: Target,
  suites: readonly Suite[],
  onResult: (result: CheckResult) => void = () => {},
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { client, checks } of suites) {
    const endpoint = openEndpoint(target);
    for (const check of checks) {
      const message = await attempt(() => check.run(endpoint));
      const result = {
        client,
        check,
        ok: message === undefined,
        ...(message === undefined ? {} : { message }),
      };
      results.push(result);
      onResult(result);
    }
    await endpoint.cleanUp();
  }
  return results;
}

async function attempt(run: () => Promise<void>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, 400);
  }
}

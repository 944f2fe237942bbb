import type { OverviewData } from "./schema.ts";

/**
 * What replacing the token breaks. `unused`: it never worked. `refused`: it worked, but what is sent now is refused.
 * `stale`: it worked, but not lately. `live`: an identity provider syncs with it.
 */
export type RegenerationRisk = "unused" | "refused" | "stale" | "live";

const LATELY_MS = 30 * 86_400_000;

/** @param now in ms */
export function regenerationRisk(
  overview: Pick<OverviewData, "state" | "tokens">,
  now: number,
): RegenerationRisk {
  const lastUsedAt = overview.tokens.current?.lastUsedAt ?? null;
  if (lastUsedAt === null) return "unused";
  if (overview.state === "failing_auth") return "refused";
  return now - Date.parse(lastUsedAt) > LATELY_MS ? "stale" : "live";
}

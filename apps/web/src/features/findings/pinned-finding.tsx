"use client";

import { FindingItem } from "./finding-item.tsx";
import { useFindings } from "./queries.ts";
import type { FindingData, FindingsData } from "./schema.ts";

/** What stops the sync, above everything else; while it is said to be over, still there. */
export function PinnedFinding({ initial }: { readonly initial?: FindingsData | undefined }) {
  const { data } = useFindings(initial);
  const pinned = data ? pinnedOf(data.findings) : undefined;
  if (!data || !pinned) return null;
  return <FindingItem finding={pinned} provider={data.provider} level={2} />;
}

/** The worst of the red findings: they come worst first. */
export function pinnedOf(findings: readonly FindingData[]): FindingData | undefined {
  return findings.find((finding) => finding.severity === "bad");
}

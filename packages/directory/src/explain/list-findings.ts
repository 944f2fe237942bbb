import type { Database } from "@rollcall/db";
import { dismissalOf, dismissalsOf } from "./dismissals.ts";
import { type Finding, RESOLVED_VISIBLE_MS } from "./finding.ts";
import { authenticationFindings } from "./findings/authentication.ts";
import { duplicateFindings } from "./findings/duplicates.ts";
import { groupsFindings } from "./findings/groups.ts";
import { nothingPushedFindings } from "./findings/nothing-pushed.ts";
import { rejectionFindings } from "./findings/rejections.ts";
import { openScope } from "./findings/scope.ts";
import { serverErrorFindings } from "./findings/server-errors.ts";
import { staleTeamFindings } from "./findings/stale-teams.ts";
import { warningFindings } from "./findings/warnings.ts";
import { wrongPathFindings } from "./findings/wrong-path.ts";
import type { Severity } from "./reason.ts";

const RANK: Readonly<Record<Severity, number>> = { bad: 0, warn: 1, info: 2 };

/** A finding that an admin has put aside. */
export interface DismissedFinding extends Finding {
  readonly dismissedAt: Date;
  readonly dismissedBy: string;
}

export interface Findings {
  /** Worst first; what is over within the last ten minutes comes last. */
  readonly findings: readonly Finding[];
  /** Left out until there is newer evidence; the newest dismissal first. */
  readonly dismissed: readonly DismissedFinding[];
}

/**
 * Everything that needs attention in one tenant. Silence alone is never a finding.
 *
 * @param now the moment that ages are measured from
 */
export async function readFindings(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
): Promise<Findings> {
  const scope = await openScope(db, tenantId, now);
  if (!scope) return { findings: [], dismissed: [] };
  const [dismissals, ...found] = await Promise.all([
    dismissalsOf(db, tenantId),
    authenticationFindings(scope),
    wrongPathFindings(scope),
    rejectionFindings(scope),
    serverErrorFindings(scope),
    nothingPushedFindings(scope),
    groupsFindings(scope),
    warningFindings(scope),
    staleTeamFindings(scope),
    duplicateFindings(scope),
  ]);
  const findings: Finding[] = [];
  const dismissed: DismissedFinding[] = [];
  for (const finding of found.flat()) {
    if (!inSight(finding, now)) continue;
    const dismissal = dismissalOf(finding, dismissals, now);
    if (dismissal === null) findings.push(finding);
    else dismissed.push({ ...finding, dismissedAt: dismissal.at, dismissedBy: dismissal.byName });
  }
  return {
    findings: findings.sort(byWeight),
    dismissed: dismissed.sort((a, b) => b.dismissedAt.getTime() - a.dismissedAt.getTime()),
  };
}

/** What {@link readFindings} finds and nobody has dismissed. */
export async function listFindings(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
): Promise<readonly Finding[]> {
  return (await readFindings(db, tenantId, now)).findings;
}

/** A finding that is over stays in sight for ten minutes. */
function inSight(finding: Finding, now: Date): boolean {
  if (!finding.resolvedAt) return true;
  return now.getTime() - Date.parse(finding.resolvedAt) < RESOLVED_VISIBLE_MS;
}

function byWeight(a: Finding, b: Finding): number {
  const open = Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null);
  return open || RANK[a.severity] - RANK[b.severity] || Date.parse(b.lastAt) - Date.parse(a.lastAt);
}

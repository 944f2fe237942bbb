import type { Database } from "@rollcall/db";
import { dismissedFindings, isDismissed } from "./dismissals.ts";
import { type Finding, RESOLVED_VISIBLE_MS } from "./finding.ts";
import { authenticationFindings } from "./findings/authentication.ts";
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

/**
 * Everything that needs attention in one tenant, worst first; what is over within the last ten minutes comes last.
 * Dismissed findings are left out until there is newer evidence. Silence alone is never a finding.
 *
 * @param now the moment that ages are measured from
 */
export async function listFindings(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
): Promise<Finding[]> {
  const scope = await openScope(db, tenantId, now);
  if (!scope) return [];
  const [dismissed, ...found] = await Promise.all([
    dismissedFindings(db, tenantId),
    authenticationFindings(scope),
    wrongPathFindings(scope),
    rejectionFindings(scope),
    serverErrorFindings(scope),
    nothingPushedFindings(scope),
    groupsFindings(scope),
    warningFindings(scope),
    staleTeamFindings(scope),
  ]);
  return found
    .flat()
    .filter((finding) => inSight(finding, now) && !isDismissed(finding, dismissed, now))
    .sort(byWeight);
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

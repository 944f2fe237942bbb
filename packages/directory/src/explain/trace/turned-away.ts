import type { Database } from "@rollcall/db";
import { type Refusal, readRefusals } from "../findings/read-refusals.ts";
import { openScope, type Scope } from "../findings/scope.ts";
import { isReasonCode, type ReasonCode, stepsFor } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";

/** A person who was refused and not accepted since. */
export interface TurnedAway {
  readonly eventId: string;
  readonly label: string;
  /** What to search for to trace this person. */
  readonly key: string;
  readonly code: ReasonCode;
  readonly reason: Sentence;
  /** The first thing to do. */
  readonly fix: Sentence | null;
  readonly times: number;
  readonly at: string;
}

const SHOWN = 50;

/** People turned away in the last seven days and not accepted since, newest first, at most fifty. */
export async function recentlyTurnedAway(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
): Promise<TurnedAway[]> {
  const scope = await openScope(db, tenantId, now);
  if (!scope) return [];
  const refusals = await readRefusals(scope);
  return refusals
    .filter((refusal) => namesPerson(refusal) && !refusal.resolvedAt)
    .slice(0, SHOWN)
    .map((refusal) => toTurnedAway(scope, refusal));
}

/** A query that was refused, and a body that nobody could read, are about nobody. */
function namesPerson({ resourceType, method, subject, subjectKeys }: Refusal): boolean {
  return resourceType === "User" && method !== "GET" && (subject !== null || subjectKeys.length > 0);
}

function toTurnedAway(scope: Scope, refusal: Refusal): TurnedAway {
  const code = isReasonCode(refusal.reason) ? refusal.reason : "request.refused";
  const [key] = refusal.subjectKeys;
  const label = refusal.subject ?? key ?? refusal.id;
  return {
    eventId: refusal.id,
    label,
    key: key ?? label,
    code,
    reason: say(`reasons.${code}.title`),
    fix: stepsFor(code, scope.provider)[0] ?? null,
    times: refusal.times,
    at: refusal.at.toISOString(),
  };
}

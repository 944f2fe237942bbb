import { ACTIVITY, eventAddress, traceAddress } from "../address.ts";
import type { Finding, Subject } from "../finding.ts";
import { named } from "../provider.ts";
import { isReasonCode, REASONS, type ReasonCode, stepsFor } from "../reason.ts";
import { say } from "../sentence.ts";
import { suggestion } from "../suggestion.ts";
import { inTheWay } from "./in-the-way.ts";
import { type Refusal, readRefusals } from "./read-refusals.ts";
import { rejectionActions } from "./rejection-actions.ts";
import type { Scope } from "./scope.ts";
import { readSkippedGroups } from "./skipped-groups.ts";

/**
 * People and teams that were turned away in the last seven days and not accepted since, one finding for each reason. A team
 * is turned away by itself or as a name that people carry.
 */
export async function rejectionFindings(scope: Scope): Promise<Finding[]> {
  const byReason = new Map<ReasonCode, Refusal[]>();
  const [refused, skipped] = await Promise.all([readRefusals(scope), readSkippedGroups(scope)]);
  for (const refusal of [...refused, ...skipped].sort(newestFirst)) {
    const code = isReasonCode(refusal.reason) ? refusal.reason : "request.refused";
    byReason.set(code, [...(byReason.get(code) ?? []), refusal]);
  }
  return Promise.all([...byReason].map(([code, refusals]) => toFinding(scope, code, refusals)));
}

async function toFinding(scope: Scope, code: ReasonCode, all: readonly Refusal[]): Promise<Finding> {
  const open = all.filter((refusal) => !refusal.resolvedAt);
  const shown = open.length > 0 ? open : all;
  const resolvedAt = open.length > 0 ? null : latest(all.map((refusal) => refusal.resolvedAt));
  const subjects = shown.slice(0, 20).map((refusal) => toSubject(code, refusal));
  const [first] = subjects;
  const newest = shown[0];
  const values = {
    ...named(scope.provider),
    count: shown.length,
    times: timesOf(shown),
    name: first?.label ?? "",
    request: newest ? `${newest.method} ${newest.path.split("?", 1)[0]}` : "",
    detail: newest?.detail ?? "",
    suggestion: first?.suggestion ?? "",
  };
  return {
    key: code,
    code,
    severity: REASONS[code].severity,
    title: say(`findings.${code}.title`, values),
    received: [say(`findings.${code}.received`, { ...values, at: newest?.at })],
    likely: say(`reasons.${code}.cause`, values),
    steps: stepsFor(code, scope.provider, values),
    count: shown.length,
    seen: say("seen.times", { times: values.times }),
    firstAt: earliest(shown).toISOString(),
    lastAt: (newest?.at ?? scope.now).toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolution: resolvedAt ? say("findings.accepted_since", { ...values, at: resolvedAt }) : null,
    href: shown.length === 1 && newest ? eventAddress(newest.id) : `${ACTIVITY}?reason=${code}&since=7d`,
    actions: rejectionActions(code, first, timesOf(all), await inTheWay(scope, code, newest)),
    subjects,
  };
}

function toSubject(code: ReasonCode, refusal: Refusal): Subject {
  const named = refusal.subject ?? refusal.subjectKeys[0];
  const label = named ?? `${refusal.method} ${refusal.path}`;
  const kind = refusal.resourceType === "Group" ? "team" : "person";
  return {
    label,
    kind,
    id: refusal.resourceId,
    eventId: refusal.id,
    value: refusal.detail,
    suggestion: suggestion(code, label),
    href: named && kind === "person" ? traceAddress(named) : eventAddress(refusal.id),
  };
}

function timesOf(refusals: readonly Refusal[]): number {
  return refusals.reduce((sum, refusal) => sum + refusal.times, 0);
}

function newestFirst(a: Refusal, b: Refusal): number {
  return a.id < b.id ? 1 : -1;
}

function latest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce((max, date) => (date && (!max || date > max) ? date : max), null);
}

function earliest(refusals: readonly Refusal[]): Date {
  return new Date(Math.min(...refusals.map((refusal) => refusal.firstAt.getTime())));
}

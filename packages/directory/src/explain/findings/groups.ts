import { ACTIVITY, eventAddress, TEAMS } from "../address.ts";
import type { Finding, Subject } from "../finding.ts";
import { carriesGroups, type GroupsPayload, readGroupsPayloads } from "../groups-received.ts";
import { REASONS, type ReasonCode, stepsFor } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";
import type { Scope } from "./scope.ts";

/** So many people without groups are no longer chance. */
const ENOUGH_PEOPLE = 5;
/** A single person without groups is worth a word once a push of theirs had time to end. */
const SETTLED_MS = 10 * 60_000;

/**
 * What the `groups` values of the people last pushed say: never there, gone since a date, or missing for some. Silent when
 * the provider uses /Groups instead, which most do.
 */
export async function groupsFindings(scope: Scope): Promise<Finding[]> {
  if (!scope.connection.enabled) return [];
  const payloads = await readGroupsPayloads(scope.db, scope.tenantId);
  const oldest = payloads.at(-1);
  if (!oldest) return [];
  const carrying = payloads.filter(carriesGroups);
  const missing = payloads.filter((payload) => !carriesGroups(payload) && !payload.throughGroups);
  if (missing.length === 0) return [];
  if (carrying.length === 0) {
    const settled = scope.now.getTime() - oldest.at.getTime() >= SETTLED_MS;
    const enough = payloads.length >= ENOUGH_PEOPLE || settled;
    return enough && !(await usesGroupResources(scope)) ? [absent(scope, payloads)] : [];
  }
  const since = stoppedAt(payloads);
  if (since) return [stopped(scope, payloads, since)];
  return missing.length < carrying.length ? [absentForSome(scope, payloads, missing)] : [];
}

/** Whether teams come through /Groups: then a user body without groups is as it should be. */
async function usesGroupResources(scope: Scope): Promise<boolean> {
  const { rows } = await scope.db.pool.query<{ used: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "Team" WHERE "tenantId" = $1 AND "source" = 'scim')
         OR EXISTS (SELECT 1 FROM "Membership" WHERE "tenantId" = $1 AND "channel" = 'group') AS "used"`,
    [scope.tenantId],
  );
  return rows[0]?.used ?? false;
}

/**
 * The first body without groups after the last one with, when at least five people in a row came without and at least
 * three before them came with.
 */
function stoppedAt(newestFirst: readonly GroupsPayload[]): GroupsPayload | null {
  const run = newestFirst.findIndex(carriesGroups);
  const before = newestFirst.slice(run).filter(carriesGroups).length;
  return run >= ENOUGH_PEOPLE && before >= 3 ? (newestFirst[run - 1] ?? null) : null;
}

function absent(scope: Scope, payloads: readonly GroupsPayload[]): Finding {
  const values = { provider: scope.provider.name, people: payloads.length };
  return finding(scope, "groups.absent", payloads, values, {}, []);
}

function absentForSome(
  scope: Scope,
  payloads: readonly GroupsPayload[],
  missing: readonly GroupsPayload[],
): Finding {
  const values = {
    provider: scope.provider.name,
    people: payloads.length,
    carrying: payloads.length - missing.length,
    missing: missing.length,
    name: missing[0]?.name ?? "",
  };
  return finding(scope, "groups.absent_for_some", missing, values, {}, missing.slice(0, 20).map(toSubject));
}

function stopped(scope: Scope, payloads: readonly GroupsPayload[], first: GroupsPayload): Finding {
  const without = payloads.filter((payload) => payload.at >= first.at);
  const values = { provider: scope.provider.name, people: without.length, name: first.name };
  return finding(scope, "groups.stopped", without, values, { since: first.at }, [toSubject(first)]);
}

function finding(
  scope: Scope,
  code: ReasonCode,
  evidence: readonly GroupsPayload[],
  values: Sentence["values"],
  times: Readonly<Record<string, Date>>,
  subjects: readonly Subject[],
): Finding {
  const given = { ...values, ...times };
  const newest = evidence[0]?.at ?? scope.now;
  const oldest = evidence.at(-1)?.at ?? newest;
  const [only] = subjects;
  const href =
    subjects.length === 1 && only?.eventId ? eventAddress(only.eventId) : `${ACTIVITY}?kind=person&since=7d`;
  return {
    key: code,
    code,
    severity: REASONS[code].severity,
    title: say(`findings.${code}.title`, given),
    received: [say(`findings.${code}.received`, given)],
    likely: say(`reasons.${code}.cause`, given),
    steps: stepsFor(code, scope.provider, values),
    count: evidence.length,
    firstAt: oldest.toISOString(),
    lastAt: newest.toISOString(),
    resolvedAt: null,
    resolution: null,
    href,
    actions: [{ kind: "see_teams", href: TEAMS }],
    subjects,
  };
}

function toSubject(payload: GroupsPayload): Subject {
  return {
    label: payload.name,
    kind: "person",
    id: payload.userId,
    eventId: payload.eventId,
    value: null,
    suggestion: null,
  };
}

import { ACTIVITY, eventAddress, resourceAddress, TEAMS } from "../address.ts";
import type { Action, Finding, Subject } from "../finding.ts";
import {
  type CarriedGroups,
  carriesGroups,
  type GroupsPayload,
  lastWithGroups,
  readGroupsPayloads,
} from "../groups-received.ts";
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
  if (carrying.length === 0) return nobodyCarries(scope, payloads, oldest);
  const last = lastBeforeTheyStopped(payloads);
  if (last) return [stopped(scope, payloads, last)];
  // While few carry groups, who came before anyone did was not passed over: the rule is younger. Once most do, it was.
  const since = missing.length < carrying.length ? oldest.at : (carrying.at(-1)?.at ?? scope.now);
  const passedOver = missing.filter((payload) => payload.at >= since);
  return passedOver.length > 0 ? [absentForSome(scope, payloads, passedOver)] : [];
}

/** None of the people last pushed carried groups: they did once, or they never do. */
async function nobodyCarries(
  scope: Scope,
  payloads: readonly GroupsPayload[],
  oldest: GroupsPayload,
): Promise<Finding[]> {
  const former = await lastWithGroups(scope.db, scope.tenantId, payloads);
  if (former) {
    const since = payloads.filter((payload) => payload.at > former.at);
    return since.length >= ENOUGH_PEOPLE ? [stopped(scope, since, former)] : [];
  }
  const settled = scope.now.getTime() - oldest.at.getTime() >= SETTLED_MS;
  const enough = payloads.length >= ENOUGH_PEOPLE || settled;
  return enough && !(await usesGroupResources(scope)) ? [absent(scope, payloads)] : [];
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
 * The last body with groups, when at least five people in a row came without since, and at least three before came with.
 */
function lastBeforeTheyStopped(newestFirst: readonly GroupsPayload[]): GroupsPayload | null {
  const run = newestFirst.findIndex(carriesGroups);
  const before = newestFirst.slice(run).filter(carriesGroups).length;
  return run >= ENOUGH_PEOPLE && before >= 3 ? (newestFirst[run] ?? null) : null;
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
    carrying: payloads.filter(carriesGroups).length,
    missing: missing.length,
    name: missing[0]?.name ?? "",
  };
  return finding(scope, "groups.absent_for_some", missing, values, {}, missing.slice(0, 20).map(toSubject));
}

/** `last`: the newest body that had groups. What happened around that moment is one click away. */
function stopped(scope: Scope, payloads: readonly GroupsPayload[], last: CarriedGroups): Finding {
  const without = payloads.filter((payload) => payload.at > last.at);
  const first = without.at(-1);
  const values = {
    provider: scope.provider.name,
    people: without.length,
    name: first?.name ?? "",
    lastName: last.name,
  };
  const times = { since: first?.at ?? last.at, lastAt: last.at };
  const found = finding(scope, "groups.stopped", without, values, times, first ? [toSubject(first)] : []);
  const around: Action = { kind: "see_around", href: aroundAddress(last.at, times.since) };
  return { ...found, actions: [around, ...found.actions] };
}

const AROUND_MS = 30 * 60_000;

/** Activity from half an hour before one moment to half an hour after another, look-ups and acts of admins included. */
function aroundAddress(from: Date, to: Date): string {
  const [start, end] = [from.getTime() - AROUND_MS, to.getTime() + AROUND_MS].map((ms) =>
    encodeURIComponent(new Date(ms).toISOString()),
  );
  return `${ACTIVITY}?since=custom&from=${start}&to=${end}&lookups=true`;
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
    seen: say("seen.sent"),
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
    href: payload.userId ? resourceAddress("person", payload.userId) : eventAddress(payload.eventId),
  };
}

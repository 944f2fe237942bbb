import { listTeams } from "../../teams/list-teams.ts";
import type { TeamRow } from "../../teams/team.ts";
import { resourceAddress, TEAMS } from "../address.ts";
import type { Finding, Subject } from "../finding.ts";
import { REASONS, stepsFor } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";
import type { Scope } from "./scope.ts";

const NAMED = 20;

/** Teams that may be left over after a role was deleted, as the Teams page tells them: one finding for all. */
export async function staleTeamFindings(scope: Scope): Promise<Finding[]> {
  const { teams, total } = await listTeams(scope.db, scope.tenantId, {
    preset: "stale",
    sort: "touched",
    descending: true,
    page: 1,
    size: NAMED,
  });
  const [first] = teams;
  if (!first) return [];
  const code = "team.possibly_stale";
  const values = { provider: scope.provider.name, count: total, name: first.displayName };
  const moments = teams.map((team) => staleSince(team, scope.now).getTime());
  return [
    {
      key: code,
      code,
      severity: REASONS[code].severity,
      title: say(`findings.${code}.title`, values),
      received: teams.slice(0, 3).map((team) => evidence(team, scope)),
      likely: say(`reasons.${code}.cause`, values),
      steps: stepsFor(code, scope.provider, values),
      count: total,
      seen: say("seen.heard"),
      firstAt: new Date(Math.min(...moments)).toISOString(),
      lastAt: new Date(Math.max(...moments)).toISOString(),
      resolvedAt: null,
      resolution: null,
      href: total === 1 ? resourceAddress("team", first.id) : `${TEAMS}?health=stale`,
      actions: [{ kind: "see_teams", href: `${TEAMS}?health=stale` }],
      subjects: teams.map(toSubject),
    },
  ];
}

/** What was seen of one team: empty since when, or how many of its people were pushed without it. */
function evidence(team: TeamRow, scope: Scope): Sentence {
  const sign = team.evidence.emptySince ? "emptied" : "unnamed";
  return say(`findings.team.possibly_stale.received_${sign}`, {
    provider: scope.provider.name,
    name: team.displayName,
    members: team.memberCount,
    updatedWithout: team.evidence.updatedWithout,
    since: staleSince(team, scope.now),
  });
}

function staleSince(team: TeamRow, now: Date): Date {
  const { emptySince } = team.evidence;
  return emptySince ? new Date(emptySince) : (team.lastTouchedAt ?? now);
}

function toSubject(team: TeamRow): Subject {
  return {
    label: team.displayName,
    kind: "team",
    id: team.id,
    eventId: null,
    value: null,
    suggestion: null,
    href: resourceAddress("team", team.id),
  };
}

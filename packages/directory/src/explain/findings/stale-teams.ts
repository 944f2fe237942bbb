import { resourceAddress, TEAMS } from "../address.ts";
import type { Finding, Subject } from "../finding.ts";
import { REASONS, stepsFor } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";
import { isPossiblyStale, type StaleTeam, staleTeams } from "../stale-teams.ts";
import type { Scope } from "./scope.ts";

/** Teams that may be left over after a role was deleted: one finding for all of them. */
export async function staleTeamFindings(scope: Scope): Promise<Finding[]> {
  const teams = await staleTeams(scope.db, scope.tenantId, scope.now);
  const stale = teams.filter((team) => isPossiblyStale(team, scope.now));
  const [newest] = stale;
  if (!newest) return [];
  const code = "team.possibly_stale";
  const values = { provider: scope.provider.name, count: stale.length, name: newest.displayName };
  const oldest = stale.at(-1) ?? newest;
  const href = stale.length === 1 ? resourceAddress("team", newest.teamId) : `${TEAMS}?health=stale`;
  return [
    {
      key: code,
      code,
      severity: REASONS[code].severity,
      title: say(`findings.${code}.title`, values),
      received: stale.slice(0, 3).map((team) => evidence(team, scope.provider.name)),
      likely: say(`reasons.${code}.cause`, values),
      steps: stepsFor(code, scope.provider, values),
      count: stale.length,
      firstAt: oldest.since.toISOString(),
      lastAt: newest.since.toISOString(),
      resolvedAt: null,
      resolution: null,
      href,
      actions: [{ kind: "see_teams", href: `${TEAMS}?health=stale` }],
      subjects: stale.slice(0, 20).map(toSubject),
    },
  ];
}

/** What was seen of one team: empty since when, or how many of its people were pushed without it. */
export function evidence(team: StaleTeam, provider: string): Sentence {
  return say(`findings.team.possibly_stale.received_${team.sign}`, {
    provider,
    name: team.displayName,
    members: team.members,
    updatedWithout: team.updatedWithout,
    since: team.since,
  });
}

function toSubject(team: StaleTeam): Subject {
  return {
    label: team.displayName,
    kind: "team",
    id: team.teamId,
    eventId: null,
    value: null,
    suggestion: null,
  };
}

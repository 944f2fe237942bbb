import { ACTIVITY, adoptAddress, linkAddress, resourceAddress, TEAMS, USERS } from "../address.ts";
import type { Action, Subject } from "../finding.ts";
import type { ReasonCode } from "../reason.ts";

/**
 * What the console offers for refused people and teams: the place where the conflict is settled, and the requests.
 *
 * @param count how many requests there are
 * @param standing the id of the account or team that stands in the way of the newest one, when it is known
 */
export function rejectionActions(
  code: ReasonCode,
  newest: Subject | undefined,
  count: number,
  standing: string | null,
): Action[] {
  const requests: Action = { kind: "see_requests", href: `${ACTIVITY}?reason=${code}&since=7d`, count };
  const search = newest ? `?q=${encodeURIComponent(newest.label)}` : "";
  switch (code) {
    case "user.local_conflict":
      return [{ kind: "link_account", href: standing ? linkAddress(standing) : USERS + search }, requests];
    case "group.manual_clash":
      return [{ kind: "adopt_team", href: standing ? adoptAddress(standing) : TEAMS + search }, requests];
    case "user.last_admin":
      return [
        { kind: "see_users", href: newest?.id ? resourceAddress("person", newest.id) : USERS },
        requests,
      ];
    default:
      return [requests];
  }
}

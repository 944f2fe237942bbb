import { ACTIVITY, resourceAddress, TEAMS, USERS } from "../address.ts";
import type { Action, Subject } from "../finding.ts";
import type { ReasonCode } from "../reason.ts";

/** What the console offers for refused people and teams: the place where the conflict is settled, and the requests. */
export function rejectionActions(code: ReasonCode, newest: Subject | undefined): Action[] {
  const requests: Action = { kind: "see_requests", href: `${ACTIVITY}?reason=${code}&since=7d` };
  const search = newest ? `?q=${encodeURIComponent(newest.label)}` : "";
  switch (code) {
    case "user.local_conflict":
      return [{ kind: "link_account", href: `${USERS}${search}` }, requests];
    case "group.manual_clash":
      return [{ kind: "adopt_team", href: `${TEAMS}${search}` }, requests];
    case "user.last_admin":
      return newest?.id
        ? [{ kind: "see_users", href: resourceAddress("person", newest.id) }, requests]
        : [{ kind: "see_users", href: `${USERS}?role=admin` }, requests];
    default:
      return [requests];
  }
}

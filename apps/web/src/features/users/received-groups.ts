import { matchKey } from "@rollcall/directory/policies/match-key";
import type { PersonDetail } from "./schema.ts";

/** A name of the last `groups` value that was read, and whether this person is in a team of that name. */
export interface ReceivedGroup {
  readonly name: string;
  readonly applied: boolean;
}

/**
 * `listed`: the last payload carried these. `stopped`: it carried no value, which leaves the earlier ones in force. `empty`:
 * it said that there are none. `ignored`: it carried values of which none names a team. `none`: no value ever came.
 */
export type ReceivedKind = "listed" | "stopped" | "empty" | "ignored" | "none";

export interface ReceivedGroups {
  readonly kind: ReceivedKind;
  readonly groups: readonly ReceivedGroup[];
}

/** What was received on the person beside what came of it. */
export function receivedGroups({
  person,
  teams,
  lastPayload,
}: Pick<PersonDetail, "teams" | "lastPayload"> & {
  readonly person: Pick<PersonDetail["person"], "receivedGroups">;
}): ReceivedGroups {
  const keys = new Set(teams.flatMap((team) => [matchKey(team.displayName), matchKey(team.name)]));
  const groups = (person.receivedGroups ?? []).map((name) => ({ name, applied: keys.has(matchKey(name)) }));
  return { kind: kindOf(lastPayload?.groupsValue, person.receivedGroups), groups };
}

function kindOf(value: string | undefined, received: readonly string[] | null): ReceivedKind {
  const earlier = received !== null && received.length > 0;
  // What a person carried is kept for longer than the requests are.
  if (value === undefined) return earlier ? "listed" : received === null ? "none" : "empty";
  if (value === "absent") return earlier ? "stopped" : "none";
  if (value === "empty" || value === "0") return "empty";
  return earlier ? "listed" : "ignored";
}

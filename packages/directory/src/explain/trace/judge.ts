import { matchKey } from "../../policies/match-key.ts";
import { reasonOf } from "../explain-event.ts";
import type { CredentialState } from "./credential-state.ts";
import type { Known, NamingEvent } from "./evidence.ts";
import type { TraceOutcome } from "./trace.ts";

/** What the evidence comes to. */
export interface Verdict {
  readonly outcome: TraceOutcome;
  /** Newest first. */
  readonly events: readonly NamingEvent[];
  /** The request that decided: the newest write, else the newest look-up. */
  readonly decisive: NamingEvent | null;
  /** The decisive request did not carry the searched identity itself. */
  readonly resembling: boolean;
  readonly person: Known | null;
  readonly credentials: CredentialState;
}

/** Decides what became of a person. */
export function judge(
  query: string,
  events: readonly NamingEvent[],
  known: readonly Known[],
  credentials: CredentialState,
): Verdict {
  const write = events.find((event) => event.outcome !== "lookup") ?? null;
  const decisive = write ?? events[0] ?? null;
  const resembling = decisive !== null && !decisive.subjectKeys.includes(matchKey(query));
  const exact = known.find((person) => person.exact) ?? null;
  const person = exact ?? known[0] ?? null;
  const found = { events, decisive, resembling, person, credentials };
  if (exact) return { ...found, outcome: outcomeOfPerson(exact, write) };
  if (write?.outcome === "rejected") {
    const conflict = reasonOf(write) === "user.local_conflict";
    return { ...found, outcome: conflict ? "local_conflict" : "rejected" };
  }
  if (person) return { ...found, outcome: "other_identity" };
  if (write) return { ...found, outcome: write.outcome === "server_error" ? "rejected" : "nothing" };
  if (decisive) return { ...found, outcome: "looked_up" };
  if (credentials.since) return { ...found, outcome: "credentials_refused" };
  return { ...found, outcome: credentials.off ? "scim_off" : "nothing" };
}

/** A local account that the provider's person ran into is a conflict, not an arrival. */
function outcomeOfPerson(person: Known, write: NamingEvent | null): TraceOutcome {
  const refused = write?.outcome === "rejected" && reasonOf(write) === "user.local_conflict";
  if (refused && person.scimState !== "live") return "local_conflict";
  return person.active ? "here" : "deactivated";
}

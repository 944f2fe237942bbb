import type { Queryable } from "@rollcall/db";
import { changesBetween } from "../../events/changes.ts";
import type { Change } from "../../events/provisioning-event.ts";
import type { ReasonCode } from "../reason.ts";
import type { CheckMatch } from "./check.ts";
import { readKnownPerson, readKnownTeam, standingInTheWay } from "./known.ts";
import { isRefused, type Rehearsed } from "./rehearse-request.ts";

/** Whom a payload is about, and what would become of that record. */
export interface Matched {
  readonly match: CheckMatch | null;
  readonly changes: readonly Change[];
}

const NEW: CheckMatch = { kind: "new", known: null };
const UNKNOWN: CheckMatch = { kind: "unknown", known: null };

/** Whom the request was about, by what is in the database now that the rehearsal is taken back. */
export function matchOf(
  to: Queryable,
  tenantId: string,
  rehearsed: Rehearsed,
  code: ReasonCode | null,
): Promise<Matched> {
  if (isRefused(rehearsed)) return refused(to, tenantId, rehearsed, code);
  const isTeam = rehearsed.event.operation.startsWith("group.");
  return isTeam ? teamOf(to, tenantId, rehearsed) : personOf(to, tenantId, rehearsed);
}

async function refused(
  to: Queryable,
  tenantId: string,
  { event, seen }: Rehearsed,
  code: ReasonCode | null,
): Promise<Matched> {
  if (code === "user.unknown_id" || code === "group.unknown_id") return { match: UNKNOWN, changes: [] };
  const known = code ? await standingInTheWay(to, tenantId, code, event.resourceId, seen) : null;
  return { match: known && { kind: "conflict", known }, changes: [] };
}

async function teamOf(to: Queryable, tenantId: string, rehearsed: Rehearsed): Promise<Matched> {
  const { event, team } = rehearsed;
  if (team !== undefined) {
    const { displayName, externalId } = team;
    return { match: NEW, changes: changesBetween({}, { displayName, ...(externalId && { externalId }) }) };
  }
  const known = await readKnownTeam(to, tenantId, event.resourceId ?? "");
  return { match: known ? { kind: "existing", known } : UNKNOWN, changes: ownChanges(rehearsed) };
}

async function personOf(to: Queryable, tenantId: string, rehearsed: Rehearsed): Promise<Matched> {
  const { event, seen } = rehearsed;
  const found = await readKnownPerson(to, tenantId, event.resourceId ?? "");
  if (event.operation !== "user.create") {
    const match: CheckMatch = found ? { kind: "existing", known: found.known } : UNKNOWN;
    return { match, changes: ownChanges(rehearsed) };
  }
  const changes = changesBetween(found?.resource ?? {}, seen.written?.resource ?? {});
  return { match: found ? { kind: matchKind(event.response), known: found.known } : NEW, changes };
}

/** How the directory says that it found somebody for a new person. */
function matchKind(response: unknown): "link" | "revive" {
  const match = typeof response === "object" && response !== null && "match" in response && response.match;
  return match === "link" ? "link" : "revive";
}

/** Changes of an event that are no attributes of the record. */
const OTHERS = new Set(["groups", "members", "sessions"]);

function ownChanges({ event }: Rehearsed): readonly Change[] {
  return (event.changes ?? []).filter(({ attribute }) => !OTHERS.has(attribute));
}

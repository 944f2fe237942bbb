import type { Database } from "@rollcall/db";
import { lastPayloadOf } from "@rollcall/directory/explain/groups-received";
import { readProvider } from "@rollcall/directory/explain/read-provider";
import { fieldProvenance } from "@rollcall/directory/people/field-provenance";
import { getPerson, type Person } from "@rollcall/directory/people/get-person";
import { type LinkCandidates, linkCandidates, successors } from "@rollcall/directory/people/link-candidate";
import { personSessions } from "@rollcall/directory/people/person-sessions";
import { personTeams } from "@rollcall/directory/people/person-teams";
import { signInMatch } from "@rollcall/directory/people/sign-in-match";
import type { z } from "zod";
import { found } from "~/server/unwrap.ts";
import type { personDetailSchema } from "./schema.ts";

/**
 * Everything of a person's page but the timeline.
 *
 * @throws ConsoleError 404 `user.not_found`
 */
export async function readPersonDetail(
  db: Database,
  tenantId: string,
  id: string,
  readerId: string,
): Promise<z.input<typeof personDetailSchema>> {
  const person = await found(await getPerson(db, tenantId, id), "user.not_found");
  const [teams, lastPayload, origins, sessions, signIn, link, provider] = await Promise.all([
    personTeams(db, tenantId, id),
    lastPayloadOf(db, tenantId, id),
    fieldProvenance(db, tenantId, id),
    personSessions(db, tenantId, id),
    signInMatch(db, tenantId, id),
    linkable(db, tenantId, person),
    readProvider(db, tenantId),
  ]);
  const self = id === readerId;
  return { person, teams, lastPayload, origins, sessions, signIn, link, provider: provider.name, self };
}

/** Whom a person may be made one with; null for somebody whom the identity provider deleted. */
function linkable(
  db: Database,
  tenantId: string,
  { id, scimState }: Pick<Person, "id" | "scimState">,
): Promise<LinkCandidates> | null {
  if (scimState === "deleted") return null;
  return scimState === "none" ? linkCandidates(db, tenantId, id) : successors(db, tenantId, id);
}

import { getTeam, type Team } from "@rollcall/directory/teams/get-team";
import { cache } from "react";
import { permits } from "~/server/permissions.ts";
import { database } from "~/server/runtime.ts";
import { readSession } from "~/server/session.ts";
import { teamParams } from "./schema.ts";

/** The team whose page is asked for, once per render; undefined for an unknown id, and for readers who may not know. */
export const teamOfPage = cache(async (id: string): Promise<Team | undefined> => {
  const [session, params] = [await readSession(), teamParams.safeParse({ id })];
  if (session?.kind !== "live" || !permits(session.user.role, "teams.read") || !params.success)
    return undefined;
  return getTeam(database(), session.tenant.id, params.data.id);
});

import { getPerson, type Person } from "@rollcall/directory/people/get-person";
import { cache } from "react";
import { permits } from "~/server/permissions.ts";
import { database } from "~/server/runtime.ts";
import { readSession } from "~/server/session.ts";
import { personParams } from "./schema.ts";

/** The person whose page is asked for, once per render; undefined for an unknown id, and for readers who may not know. */
export const personOfPage = cache(async (id: string): Promise<Person | undefined> => {
  const [session, params] = [await readSession(), personParams.safeParse({ id })];
  if (session?.kind !== "live" || !permits(session.user.role, "users.read") || !params.success)
    return undefined;
  return getPerson(database(), session.tenant.id, params.data.id);
});

import type { PeopleFilter } from "@rollcall/directory/people/people-query";
import type { z } from "zod";
import type { peopleExportSchema } from "./schema.ts";

/** The filter of the address, as the directory takes it. */
export function peopleFilter(query: z.output<typeof peopleExportSchema>): PeopleFilter {
  const { q, status, source, team, problem, ids } = query;
  return { search: q, status, source, teamId: team, problem, ids };
}
